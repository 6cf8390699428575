grid-filled = { $n } of { $of } cells filled in

grid-understood = Read as { $number }
grid-saved = Saved { $clock }
grid-nothing-saved = Nothing entered yet
grid-left = { $n } cells still empty
grid-conflict = Someone else has just entered “{ $now }” here. Type the figure to keep.
grid-too-many-decimals = This indicator takes at most { $n } decimals.
grid-worked-out = Worked out from other indicators.
