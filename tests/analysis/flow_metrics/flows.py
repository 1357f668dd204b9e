"""Small flows for the tests of metrics."""

from sevenstep.model.step7_flows import Flow


def flow(estimates: dict | None = None, **steps: dict) -> Flow:
    """A flow of these nodes between a start and an end."""
    known = {name: {"title": name, **said} for name, said in steps.items()}
    known = {"start": {"title": "start", "type": "start"}, **known, "end": {"title": "end", "type": "end"}}
    said = {"id": "f", "title": "f", "variant": "as-is", "steps": known, "estimates": estimates or {}}
    return Flow.model_validate(said)


def writes(system: str = "", mode: str | None = "manual", **more) -> dict:
    """A step that writes the order."""
    return {"writes": ["order"], **({"system": system} if system else {}), **({"mode": mode} if mode else {}), **more}
