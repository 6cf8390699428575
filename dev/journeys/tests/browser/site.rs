//! A site of a few pages on a free port, enough to try every verb of the driver.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;

/// Starts the site and gives its address. It ends with the test program.
pub fn start() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = format!("http://{}", listener.local_addr().expect("a bound address"));
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            thread::spawn(move || serve(stream));
        }
    });
    address
}

fn serve(stream: TcpStream) -> Option<()> {
    let mut reader = BufReader::new(stream.try_clone().ok()?);
    let mut first = String::new();
    reader.read_line(&mut first).ok()?;
    let (mut length, mut cookie) = (0, String::from("không có"));
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        let Some((name, value)) = line.trim().split_once(": ") else { break };
        match name.to_ascii_lowercase().as_str() {
            "content-length" => length = value.parse().ok()?,
            "cookie" => value.clone_into(&mut cookie),
            _ => {}
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    let path = first.split(' ').nth(1)?.split('?').next()?.to_owned();
    answer(stream, &path, &String::from_utf8_lossy(&body), &cookie)
}

fn answer(mut stream: TcpStream, path: &str, body: &str, cookie: &str) -> Option<()> {
    let (head, content) = match path {
        "/" => ("200 OK\r\nset-cookie: ai=khach", include_str!("pages/form.html").to_owned()),
        "/bang" => ("200 OK", include_str!("pages/table.html").to_owned()),
        "/xau" => ("200 OK", include_str!("pages/bad.html").to_owned()),
        "/ai" => ("200 OK", format!("<!doctype html><h1>Bánh quy</h1><p>{cookie}")),
        "/gui" => ("200 OK", include_str!("pages/sent.html").replace("BODY", &decoded(body))),
        "/tu-choi" => ("403 Forbidden", "<!doctype html><h1>Không được xem</h1>".to_owned()),
        "/tep" => (
            "200 OK\r\ncontent-disposition: attachment; filename*=UTF-8''B%C3%A1o%20c%C3%A1o.docx",
            "nội dung tệp".to_owned(),
        ),
        "/1000" => ("200 OK", "x".repeat(100_000)),
        _ => ("404 Not Found", String::new()),
    };
    let length = content.len();
    write!(
        stream,
        "HTTP/1.1 {head}\r\ncontent-type: text/html; charset=utf-8\r\ncontent-length: {length}\r\n\
         connection: close\r\n\r\n{content}"
    )
    .ok()
}

/// The fields of a sent form, readable.
fn decoded(body: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = body.bytes();
    while let Some(byte) = rest.next() {
        match byte {
            b'+' => bytes.push(b' '),
            b'&' => bytes.extend(b"; "),
            b'%' => {
                let digits = [rest.next().unwrap_or(b'0'), rest.next().unwrap_or(b'0')];
                let digits = std::str::from_utf8(&digits).unwrap_or("00");
                bytes.push(u8::from_str_radix(digits, 16).unwrap_or(0));
            }
            other => bytes.push(other),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
