### Words used on more than one page.

-brand = Sportello

words-brand = { -brand }
words-yes = yes
words-no = no
words-optional = if needed
words-absent = not present
words-cancel = Cancel
words-save = Save
words-back = Back
words-next = Next
words-close = Close
words-search = Search
words-open = Open
words-confirm = Confirm
words-all = All
words-none = None
words-of-party = of { $party }
words-open-cases =
    { $count ->
        [one] { $count } open case
       *[other] { $count } open cases
    }

## Sectors

words-sector-water = Water
words-sector-gas = Gas
words-sector-lpg = LPG
words-sector-electricity = Electricity
words-sector-telecom = Telephone

## Risk of a clock

words-risk-ok = in time
words-risk-soon = due soon
words-risk-today = today
words-risk-late = overdue
words-risk-hold = suspended
words-risk-none = no deadline
