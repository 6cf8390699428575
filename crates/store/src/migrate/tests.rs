use super::STEPS;
use std::collections::BTreeMap;

/// Tables with their columns, each in one word for its type and whether it may be empty.
fn tables(sql: &str) -> BTreeMap<String, Vec<String>> {
    let mut tables = BTreeMap::new();
    let mut open: Option<(String, Vec<String>)> = None;
    for line in sql.lines().map(str::trim) {
        if let Some(name) = line.strip_prefix("create table ") {
            open = Some((name.trim_end_matches(" (").to_owned(), Vec::new()));
        } else if line.starts_with(')') {
            tables.extend(open.take());
        } else if let Some((_, columns)) = &mut open {
            columns.push(column(line));
        }
    }
    tables
}

fn column(line: &str) -> String {
    let words: Vec<&str> = line.trim_end_matches(',').split_whitespace().collect();
    let same = words.iter().map(|word| match *word {
        "blob" | "uuid" | "bytea" => "bytes",
        "integer" | "bigint" | "boolean" => "whole",
        "\"C\"" | "binary" => "bytewise",
        other => other,
    });
    same.collect::<Vec<_>>().join(" ")
}

#[test]
fn both_databases_have_the_same_tables() {
    for step in STEPS {
        let (sqlite, postgres) = (tables(step.sqlite), tables(step.postgres));
        assert!(sqlite.len() > 20, "the schema was read");
        assert_eq!(sqlite, postgres, "step {}", step.number);
    }
}

#[test]
fn a_column_that_differs_is_noticed() {
    let one = tables("create table a (\n  x blob not null,\n  y text\n);");
    for other in [
        "create table a (\n  x uuid,\n  y text\n);",
        "create table a (\n  x uuid not null\n);",
        "create table b (\n  x uuid not null,\n  y text\n);",
        "create table a (\n  x bigint not null,\n  y text\n);",
    ] {
        assert_ne!(one, tables(other), "{other}");
    }
    assert_eq!(one, tables("create table a (\n  x uuid not null,\n  y text\n) ;"));
}

#[test]
fn what_is_frozen_is_frozen_on_both() {
    let frozen = |sql: &str| {
        let mut names: Vec<String> = sql
            .lines()
            .filter(|line| line.starts_with("create trigger") && line.contains("update"))
            .filter_map(|line| line.split(" on ").nth(1).map(|name| name.trim().to_owned()))
            .collect();
        names.sort();
        names
    };
    for step in STEPS {
        let sqlite = frozen(step.sqlite);
        assert!(sqlite.contains(&"submission".to_owned()));
        assert_eq!(sqlite, frozen(step.postgres));
    }
}
