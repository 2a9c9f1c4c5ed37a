"""Places and people's habits of the fictional province: none of them exists."""

PLAATSEN = (
    "Hanzestad", "Veenlo", "Lindert", "Marktoever", "Oudermark", "Elzenbroek", "Hogeveld",
    "Markhuizen", "Zandwolde", "Beekdrecht", "Noorderveen", "Wilgenhaven", "Dorrebeek", "Eskamp",
    "Kolmerdijk", "Ravenswolde", "Steenmark", "Torenbeek", "Westerhorn", "Grafveen", "Haarlo-Mark",
    "Immerhoek", "Klaverdorp", "Laarmeer", "Molenwijk aan de Mark", "Nieuwbroek", "Oosterlinde",
    "Pelgrimshaven", "Rietmeer", "Schansdorp", "Tolmark", "Uiterveld", "Vlierhorst", "Wolfsmeer",
    "IJsseloever", "Zwanendrecht", "Brinkhoven", "Diepenmark", "Ganzeweert", "Heidelaar",
)  # fmt: skip
"""As many as there can be prestaties about one subject."""
