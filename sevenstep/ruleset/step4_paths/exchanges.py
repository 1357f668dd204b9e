"""What the actors of the paths hand to one another."""

from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.model.step4_paths import Exchange, Path


def every_exchange(chain: Chain) -> Iterator[tuple[Path, int, Exchange]]:
    for path in chain.engagement.of(Path):
        for index, exchange in enumerate(path.exchanges):
            yield path, index, exchange
