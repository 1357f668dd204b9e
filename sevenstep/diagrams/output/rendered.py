"""What becomes of a scene: a picture, or why there is none."""

from dataclasses import dataclass

from sevenstep.diagrams.output.picture import Picture
from sevenstep.diagrams.scene import Scene
from sevenstep.language import Text, user_language


@dataclass(frozen=True, slots=True)
class Rendered:
    """A scene, and the picture that became of it."""

    scene: Scene
    picture: Picture


@dataclass(frozen=True, slots=True)
class RenderFailed:
    """A picture that could not be made, and why; the others are not touched by it."""

    scene: Scene
    message: Text

    def __repr__(self) -> str:
        return f"<Failed {self.scene.name}: {self.message.for_language(user_language())}>"


def failed(scene: Scene, error: Exception) -> Text:
    """That a picture cannot be drawn, and why."""
    reason = _reason(error)
    title = scene.title
    return Text(
        zh=f"“{title.for_language('zh')}”（{scene.name}）无法绘制：{reason}",
        en=f"“{title.for_language('en')}” ({scene.name}) cannot be drawn: {reason}",
    )


def _reason(error: Exception) -> str:
    """What the engine said last, without its chatter about the widths of characters."""
    said = getattr(error, "stderr", None)
    lines = said.decode("utf-8", "replace").splitlines() if isinstance(said, bytes) else []
    telling = [line.strip() for line in lines if line.strip() and "no value for width" not in line]
    return telling[-1][:200] if telling else f"{type(error).__name__}: {str(error)[:200]}"
