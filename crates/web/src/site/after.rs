use domain::id::EventId;

/// The event a redirect carries in its address: `/queue/…?after=…`.
const NAME: &str = "after=";

/// An address that carries an event.
pub fn put(address: &str, event: EventId) -> String {
    let mark = if address.contains('?') { '&' } else { '?' };
    format!("{address}{mark}{NAME}{event}")
}

/// The address without the event, and the event.
pub fn take(address: &str) -> (String, Option<EventId>) {
    let Some((path, query)) = address.split_once('?') else { return (address.to_owned(), None) };
    let named = |pair: &&str| pair.starts_with(NAME);
    let event = query.split('&').find(named).and_then(|pair| pair[NAME.len()..].parse().ok());
    let rest: Vec<&str> = query.split('&').filter(|pair| !pair.starts_with(NAME)).collect();
    match rest.is_empty() {
        true => (path.to_owned(), event),
        false => (format!("{path}?{}", rest.join("&")), event),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_carries_an_event_and_is_itself_again() {
        let event: EventId = "00112233445566778899aabbccddeeff".parse().unwrap();
        for address in ["/work", "/queue/7?show=all", "/queue/7?show=all&page=2"] {
            let carrying = put(address, event);
            assert_ne!(carrying, address);
            assert_eq!(take(&carrying), (address.to_owned(), Some(event)));
            assert_eq!(take(address), (address.to_owned(), None));
        }
        assert_eq!(take("/work?after=rubbish"), ("/work".to_owned(), None));
    }
}
