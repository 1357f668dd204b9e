"""The file in which a reviewer's browser saves comments. It comes from anywhere, so nothing in it is trusted."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from sevenstep.failure import Failure
from sevenstep.language import Text
from sevenstep.model.choices import Stance
from sevenstep.model.values import id_problem
from sevenstep.source.characters import INVISIBLE, brief
from sevenstep.source.regular import Unreadable, read_regular, reason_of

FORMAT: Final = "sevenstep review comments"
FORMAT_VERSION: Final = 1
MAX_BYTES: Final = 16 * 1024 * 1024
MAX_COMMENTS: Final = 2_000
MAX_TEXT: Final = 4_000
MAX_NAME: Final = 80
_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?Z")
_AGAIN: Final = Text(
    zh="请评审人在站点的“评审意见”页重新下载一份",
    en="Ask the reviewer to download it anew from the page “Review” of the site",
)


def _clean(value: str) -> str:
    """Without characters that nobody sees, and without blanks at the ends of lines."""
    text = value.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ")
    return "\n".join(line.rstrip() for line in INVISIBLE.sub("", text).split("\n")).strip()


def _one_line(value: str) -> str:
    if not (said := " ".join(_clean(value).split())):
        raise ValueError("empty")
    return said


def _moment(value: str) -> str:
    if not _MOMENT.fullmatch(value):
        raise ValueError("no moment")
    return datetime.fromisoformat(value).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _element(value: str) -> str:
    """An id, or that of a flow and that of a node in it."""
    parts = value.split("/")
    if len(parts) > 2 or any(id_problem(part) for part in parts):
        raise ValueError("no id")
    return value


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Comment(_Strict):
    """What one reviewer said of one element."""

    id: str = Field(pattern=r"^c[0-9a-z]{8,32}$")
    element: Annotated[str, Field(max_length=200), AfterValidator(_element)]
    title: Annotated[str, Field(max_length=200), AfterValidator(_one_line)]
    stance: Annotated[Stance, Field(strict=False)]  # in JSON it is a text
    text: Annotated[str, Field(max_length=MAX_TEXT), AfterValidator(_clean)] = ""
    by: Annotated[str, Field(max_length=MAX_NAME), AfterValidator(_one_line)]
    when: Annotated[str, Field(max_length=40), AfterValidator(_moment)]
    version: Annotated[str, Field(max_length=40), AfterValidator(_clean)] = ""
    page: str = Field(default="", max_length=600)  # for the reviewer's browser alone


class CommentsFile(_Strict):
    """The whole file."""

    format: Literal["sevenstep review comments"]
    format_version: Literal[1]
    engagement: str = Field(max_length=200)
    version: str = Field(default="", max_length=40)
    exported: str = Field(default="", max_length=40)
    comments: tuple[Comment, ...] = Field(max_length=MAX_COMMENTS, strict=False)


def browser_format() -> dict[str, Any]:
    """What the script of the site must know of the file, which it writes and reads too."""
    fields = Comment.model_json_schema()["properties"]
    return {
        "format": FORMAT,
        "formatVersion": FORMAT_VERSION,
        "stances": [stance.value for stance in Stance],
        "idPattern": fields["id"]["pattern"],
        "invisible": INVISIBLE.pattern,
        "maxBytes": MAX_BYTES,
        "maxComments": MAX_COMMENTS,
        "maxLengths": {name: field["maxLength"] for name, field in fields.items() if "maxLength" in field},
    }


def read_comments(path: Path, engagement: str) -> tuple[Comment, ...]:
    """The comments in the file; raises Failure where it cannot be used, or is about another engagement."""
    data = _data(path)
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise _unusable(path, Text(zh="它不是评审意见文件", en="it is not a file of review comments"))
    if data.get("format_version") != FORMAT_VERSION:
        raise _unusable(
            path,
            Text(
                zh=f"它的格式版本不是 {FORMAT_VERSION}，来自另一个版本的 sevenstep",
                en=f"its format is not {FORMAT_VERSION}: another version of sevenstep made it",
            ),
        )
    try:
        found = CommentsFile.model_validate(data)
    except ValidationError as error:
        raise _unusable(path, _first(error)) from None
    if found.engagement != engagement:
        name = brief(found.engagement)
        raise Failure(
            Text(
                zh=f"{path} 里的意见说的是另一个项目：{name}，不是 {engagement}",
                en=f"The comments in {path} are about another engagement: {name}, not {engagement}",
            ),
            Text(zh="用 --folder 指明那个项目的文件夹", en="Name the folder of that engagement with --folder"),
        )
    return found.comments


def _data(path: Path) -> Any:
    try:
        raw = read_regular(path, MAX_BYTES)
    except Unreadable as error:
        raise _unusable(path, error.reason) from error
    except OSError as error:
        raise Failure(
            reason_of(error).inserted_into(zh=f"{path} 打不开：{{}}", en=f"{path} cannot be opened: {{}}"),
            Text(zh="检查路径，或关闭占用它的程序", en="Look at the path, or close the program that holds it"),
        ) from error
    try:
        return json.loads(raw.decode("utf-8-sig"), object_pairs_hook=_once, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise _unusable(path, Text(zh="内容不是完好的 JSON", en="it is not sound JSON")) from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice")
    return found


def _no_number(name: str) -> float:
    raise ValueError(name)


def _first(error: ValidationError) -> Text:
    """The first thing that is wrong, by the number of the comment and the name of the field."""
    loc = error.errors(include_url=False, include_input=False, include_context=False)[0]["loc"]
    if len(loc) > 1 and loc[0] == "comments" and isinstance(loc[1], int):
        field = brief(str(loc[2])) if len(loc) > 2 else ""
        return Text(
            zh=f"第 {loc[1] + 1} 条意见的 {field} 不对" if field else f"第 {loc[1] + 1} 条意见不对",
            en=f"{field or 'something'} is wrong in comment {loc[1] + 1}",
        )
    field = brief(str(loc[0])) if loc else ""
    return Text(zh=f"{field} 不对", en=f"{field or 'something'} is wrong in it")


def _unusable(path: Path, why: Text) -> Failure:
    return Failure(
        Text(
            zh=f"{path} 不能导入：{why.for_language('zh')}；什么也没有改动",
            en=f"{path} cannot be imported: {why.for_language('en')}. Nothing was changed",
        ),
        _AGAIN,
    )
