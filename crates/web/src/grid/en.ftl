grid-filled = { $n } of { $of } cells filled in
