from typing import Final

from sevenstep.diagnostic import RuleInfo, Severity
from sevenstep.examples import Beside
from sevenstep.language import Text

YAML_NOT_ALLOWED: Final = RuleInfo(
    "S003",
    "yaml-not-allowed",
    Severity.ERROR,
    Text(
        zh="只用简单的 YAML：不用别名、合并键、标签、复杂键和第二个文档",
        en="Plain YAML only: no aliases, merge keys, tags, complex keys or second documents",
    ),
    Text(
        zh="这些写法会让小文件膨胀成极大的数据，也让不懂编程的人读不懂模型。",
        en="They let a small file swell into huge data, and hide what a model says from those who do not program.",
    ),
    Beside(__file__),
)
