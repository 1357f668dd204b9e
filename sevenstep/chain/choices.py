"""The closed lists of what is read off the chain; none of their words stands in a field of the model."""

from sevenstep.language import Choice


class ExchangeFate(Choice):
    """What becomes of an exchange from a path as it is to the path as it shall be."""

    KEPT = "kept", "保留", "kept"
    CHANGED = "changed", "改变", "changed"
    NEW = "new", "新增", "new"
    DROPPED = "dropped", "取消", "dropped"


class PathFigure(Choice):
    """What is counted of a path, to hold it as it is beside it as it shall be."""

    EXCHANGES = "exchanges", "交互次数", "exchanges"
    BY_HAND = "by_hand", "人工交接", "handed over by hand"
    CHANNELS = "channels", "渠道数", "channels"
    SYSTEMS = "systems", "系统数", "systems"
    PARTIES = "parties", "参与主体数", "parties"
