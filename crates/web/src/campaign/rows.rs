/// What a button beside or below typed rows asks for. Only saving keeps anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RowAct {
    Save,
    Add,
    Up(usize),
    Down(usize),
    Remove(usize),
}

/// The act a button names: `add`, `up-3`, `down-3`, `remove-3`; anything else saves.
pub(super) fn row_act(name: &str) -> RowAct {
    let at = |text: &str| text.parse::<usize>().ok();
    match name.split_once('-').map(|(act, row)| (act, at(row))) {
        Some(("up", Some(row))) => RowAct::Up(row),
        Some(("down", Some(row))) => RowAct::Down(row),
        Some(("remove", Some(row))) => RowAct::Remove(row),
        _ if name == "add" => RowAct::Add,
        _ => RowAct::Save,
    }
}

/// Moves or removes a row; past either end nothing happens.
pub(super) fn move_row<T>(rows: &mut Vec<T>, act: RowAct) {
    match act {
        RowAct::Up(at) if at > 0 && at < rows.len() => rows.swap(at, at - 1),
        RowAct::Down(at) if at < rows.len().saturating_sub(1) => rows.swap(at, at + 1),
        RowAct::Remove(at) if at < rows.len() => {
            rows.remove(at);
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_move_within_their_list() {
        let table = [
            ("up-1", "bac"),
            ("up-0", "abc"),
            ("up-3", "abc"),
            ("down-1", "acb"),
            ("down-2", "abc"),
            ("down-18446744073709551615", "abc"),
            ("remove-0", "bc"),
            ("remove-7", "abc"),
        ];
        for (name, expected) in table {
            let mut rows: Vec<char> = "abc".chars().collect();
            move_row(&mut rows, row_act(name));
            assert_eq!(rows.iter().collect::<String>(), expected, "{name}");
        }
        assert_eq!(row_act("confirm"), RowAct::Save);
        assert_eq!(row_act("add"), RowAct::Add);
    }
}
