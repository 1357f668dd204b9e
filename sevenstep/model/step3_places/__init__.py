"""Step 3, on the ground: the places where the business is done, the links between them, and the routes over both."""

from sevenstep.model.step3_places.route import Route
from sevenstep.model.step3_places.traffic import Traffic
from sevenstep.model.step3_places.transport_link import TransportLink
from sevenstep.model.step3_places.transport_place import TransportPlace

__all__ = ["Route", "Traffic", "TransportLink", "TransportPlace"]
