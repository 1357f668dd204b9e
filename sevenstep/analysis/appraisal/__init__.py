"""Money by year: what it is worth, when it comes back, whether loans can be repaid.

Sums stand at the end of their year, the first year is not discounted, rates are shares (0.06 is 6 %). The formulas are
those of Brealey, Myers & Allen, “Principles of Corporate Finance”, and of 《建设项目经济评价方法与参数》 (third
edition, 2006), by which Chinese authorities judge projects.
"""
