"""Scenes in, pictures out: what brings its places is written by us, the rest is laid out by graphviz."""

from collections.abc import Iterable, Iterator

from sevenstep.diagrams.output import dot, placed
from sevenstep.diagrams.output.engine import EngineName, find_engine
from sevenstep.diagrams.output.picture import Unexpected
from sevenstep.diagrams.output.rendered import Rendered, RenderFailed, failed
from sevenstep.diagrams.scene import Scene


def render(scenes: Iterable[Scene], engine: EngineName | None = None) -> Iterator[Rendered | RenderFailed]:
    """Each scene as a picture, in the order given.

    Raises EngineMissing where the engine that was asked for is not there, or one is needed and none is found; any other
    trouble with one picture is a RenderFailed in its place.
    """
    if engine is not None:
        find_engine(engine)
    listed = list(scenes)
    ranked = [scene for scene in listed if scene.ranks is not None]
    laid_out = dot.render(ranked, engine) if ranked else iter(())
    for scene in listed:
        yield _written(scene) if scene.ranks is None else next(laid_out)


def _written(scene: Scene) -> Rendered | RenderFailed:
    try:
        return Rendered(scene, placed.drawn(scene))
    except Unexpected as error:
        return RenderFailed(scene, failed(scene, error))
