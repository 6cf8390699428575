//! Files made to do harm, by code, so that none lies in the project.

use flate2::Compression;
use flate2::write::ZlibEncoder;
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// What may come of a file.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fate {
    /// It is read as a text.
    Read,
    /// It is refused by the name of its sentence.
    Refused(&'static str),
    /// Its parser may come to no end: refused by whatever stops it.
    RefusedSomehow,
}

use Fate::{Read, Refused, RefusedSomehow};

/// Name, bytes, and what comes of them.
pub fn files() -> Vec<(&'static str, Vec<u8>, Fate)> {
    [texts(), archives(), documents(), portable()].concat()
}

/// A workbook of few bytes whose words take more memory than a child has.
pub fn swollen_workbook() -> Vec<u8> {
    let words = [b"<sst><si><t>".to_vec(), vec![b'a'; 300 << 20], b"</t></si></sst>".to_vec()];
    archive(&[part("xl/sharedStrings.xml", &words.concat())])
}

pub fn small_document() -> Vec<u8> {
    word(b"<p><r><t>a</t></r></p>")
}

fn texts() -> Vec<(&'static str, Vec<u8>, Fate)> {
    let deep = |open: &str| open.repeat(100_000).into_bytes();
    vec![
        ("empty.docx", Vec::new(), Refused("unreadable-empty")),
        ("noise.docx", vec![0xff; 100_000], Refused("unreadable-encoding")),
        ("noise.pdf", vec![0xff; 100_000], Refused("unreadable-encoding")),
        ("zeros.txt", vec![0; 100_000], Refused("unreadable-picture")),
        ("half.txt", "Kế hoạch".as_bytes()[..2].to_vec(), Refused("unreadable-encoding")),
        ("line.txt", vec![b'a'; 3_000_000], Read),
        ("long.txt", vec![b'a'; 20_000_000], Refused("unreadable-too-long")),
        ("lines.txt", b"\n".repeat(3_000_000), Refused("unreadable-empty")),
        ("deep.html", deep("<div><b><table><ul>"), Refused("unreadable-empty")),
        ("deep-words.html", deep("<table><tr><td>a"), Read),
        ("open.html", deep("<"), Read),
        ("comment.html", deep("<!--"), Refused("unreadable-empty")),
        ("entities.html", deep("&amp;&#x41;&nope;&#xffffff;"), Read),
        ("span.html", b"<table><tr><td colspan=4294967295>a<td colspan=-1>b".to_vec(), Read),
        ("stars.md", deep("**a* ["), Read),
        ("bars.md", deep("|a|\n"), Read),
        ("deep.md", deep("> - "), Read),
        ("marks.txt", "\u{202e}\u{200b}\u{feff}a\u{301}\u{301}".repeat(9).into_bytes(), Read),
    ]
}

fn archives() -> Vec<(&'static str, Vec<u8>, Fate)> {
    let many: Vec<(String, Vec<u8>)> =
        (0..2_001).map(|number| (format!("{number}.xml"), Vec::new())).collect();
    let bomb = word(&[b' '; 1 << 20].repeat(80));
    let mut lying = word("<p><r><t>a</t></r></p>".repeat(50_000).as_bytes());
    // The directory says each part is small.
    for at in 0..lying.len() - 30 {
        if lying[at..].starts_with(b"PK\x01\x02") {
            lying[at + 24..at + 28].copy_from_slice(&7_u32.to_le_bytes());
        }
    }
    let mut overlapping = word(b"<p><r><t>a</t></r></p>");
    let first = find(&overlapping, b"PK\x01\x02").expect("a directory");
    let second = find(&overlapping[first + 4..], b"PK\x01\x02").expect("two parts") + first + 4;
    let place: [u8; 4] = overlapping[first + 42..first + 46].try_into().expect("four bytes");
    overlapping[second + 42..second + 46].copy_from_slice(&place);
    let mut locked = word(b"<p><r><t>a</t></r></p>");
    let flags = first_flags(&locked);
    locked[flags] |= 1;
    vec![
        ("bomb.docx", bomb, Refused("unreadable-unpacks-too-large")),
        ("lying.docx", lying, Refused("unreadable-damaged")),
        ("many.docx", archive(&many), Refused("unreadable-unpacks-too-large")),
        ("overlapping.docx", overlapping, Refused("unreadable-damaged")),
        ("locked.docx", locked, Refused("unreadable-locked")),
        ("outside.docx", archive(&[part("../../etc/passwd", b"x")]), Refused("unreadable-damaged")),
        ("absolute.docx", archive(&[part("/etc/passwd", b"x")]), Refused("unreadable-damaged")),
        ("nested.zip", archive(&[part("a.docx", &word(b"<p/>"))]), Refused("unreadable-packed")),
        ("cut.docx", word(b"<p/>")[..200].to_vec(), Refused("unreadable-damaged")),
        ("plan.pdf", word(b"<p><r><t>a</t></r></p>"), Read),
    ]
}

fn documents() -> Vec<(&'static str, Vec<u8>, Fate)> {
    let whole = |xml: String| archive(&[relationships(), part("d.xml", xml.as_bytes())]);
    let (open, close) = ("<a>".repeat(100_000), "</a>".repeat(100_000));
    let entity = "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;\">]>";
    let outside = "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
    let names = |mark: &str| (0..200_000).map(|n| format!(" {mark}{n}=\"v\"")).collect::<String>();
    let text = "<p><r><t>a</t></r></p>";
    let spans = format!(
        "<tbl><tr>{}</tr></tbl>",
        "<tc><tcPr><gridSpan val=\"9999999\"/></tcPr><p><r><t>a</t></r></p></tc>".repeat(9_999)
    );
    vec![
        (
            "deep.docx",
            whole(format!("<document>{open}{close}</document>")),
            Refused("unreadable-damaged"),
        ),
        (
            "entity.docx",
            whole(format!("{entity}<document>&b;</document>")),
            Refused("unreadable-damaged"),
        ),
        (
            "outside.docx",
            whole(format!("{outside}<document>&x;</document>")),
            Refused("unreadable-damaged"),
        ),
        (
            "unknown.docx",
            whole("<document><p><r><t>&b;</t></r></p></document>".to_owned()),
            Refused("unreadable-damaged"),
        ),
        ("attributes.docx", whole(format!("<document><p{}/>{text}</document>", names("a"))), Read),
        (
            "namespaces.docx",
            whole(format!("<document{}>{text}</document>", names("xmlns:n"))),
            Read,
        ),
        ("spans.docx", word(spans.as_bytes()), Read),
        ("unclosed.docx", whole("<document><p><r><t>a".to_owned()), Refused("unreadable-damaged")),
        ("utf16.docx", whole("<document>".to_owned() + text + "</document>").to_vec(), Read),
        (
            "boxes.docx",
            word(format!("{}a", "<p><r><txbxContent>".repeat(200)).as_bytes()),
            Refused("unreadable-damaged"),
        ),
    ]
}

fn portable() -> Vec<(&'static str, Vec<u8>, Fate)> {
    let zeros = vec![b' '; 700 << 20];
    let mut swelling = ZlibEncoder::new(Vec::new(), Compression::fast());
    swelling.write_all(&zeros).expect("memory takes every write");
    let swelling = swelling.finish().expect("memory takes every write");
    let form = |number: usize, content: &str| {
        let used = format!("/Resources<</XObject<</X {} 0 R>>>>", number + 1);
        format!(
            "{number} 0 obj\n<</Type/XObject/Subtype/Form/BBox[0 0 9 9]{used}/Length {}>>stream\n\
             {content}\nendstream\nendobj\n",
            content.len()
        )
    };
    // Every form draws the next one sixteen times.
    let doubled: String = (10..40).map(|number| form(number, &"/X Do ".repeat(16))).collect();
    let own = form(10, "/X Do /X Do").replace("/X 11 0 R", "/X 10 0 R");
    let deep = format!("10 0 obj\n{}{}\nendobj\n", "[".repeat(20_000), "]".repeat(20_000));
    let dicts = format!("10 0 obj\n{}\nendobj\n", "<</A".repeat(20_000));
    let circle = "10 0 obj\n<</Type/Pages/Kids[10 0 R 2 0 R]/Count 2>>\nendobj\n";
    vec![
        ("deep.pdf", page("/X Do", "", deep.as_bytes()), Refused("unreadable-empty")),
        ("dicts.pdf", page("/X Do", "", dicts.as_bytes()), Refused("unreadable-empty")),
        ("deep-drawing.pdf", page(&"[".repeat(50_000), "", b""), RefusedSomehow),
        ("saved.pdf", page(&"q ".repeat(500_000), "", b""), RefusedSomehow),
        ("circle.pdf", page("", "", circle.as_bytes()), Refused("unreadable-empty")),
        ("own-form.pdf", page("/X Do", "", own.as_bytes()), RefusedSomehow),
        ("doubled-forms.pdf", page("/X Do", "", doubled.as_bytes()), RefusedSomehow),
        ("swelling.pdf", page_of(&swelling, "/Filter/FlateDecode", b""), RefusedSomehow),
        ("header.pdf", b"%PDF-1.7".to_vec(), Refused("unreadable-damaged-pdf")),
        (
            "script.pdf",
            page("", "/AA<</O<</S/JavaScript/JS(app.alert(1))>>>>", b""),
            Refused("unreadable-empty"),
        ),
        ("polyglot.html", page("<html><p>a", "", b""), Refused("unreadable-empty")),
    ]
}

fn page(content: &str, more: &str, objects: &[u8]) -> Vec<u8> {
    page_with(content.as_bytes(), "", more, objects)
}

fn page_of(content: &[u8], filter: &str, objects: &[u8]) -> Vec<u8> {
    page_with(content, filter, "", objects)
}

/// A file without a table of its objects: whoever reads it must look for them.
fn page_with(content: &[u8], filter: &str, more: &str, objects: &[u8]) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n\
        2 0 obj\n<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj\n"
        .to_vec();
    let resources = "/Resources<</XObject<</X 10 0 R>>>>";
    write!(
        file,
        "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R{resources}{more}>>\n\
         endobj\n4 0 obj\n<<{filter}/Length {}>>stream\n",
        content.len()
    )
    .expect("memory takes every write");
    file.extend_from_slice(content);
    file.extend_from_slice(b"\nendstream\nendobj\n");
    file.extend_from_slice(objects);
    file.extend_from_slice(b"trailer<</Root 1 0 R>>\n%%EOF");
    file
}

/// A Word file with this body.
fn word(body: &[u8]) -> Vec<u8> {
    let document = [b"<document><body>", body, b"</body></document>"].concat();
    archive(&[relationships(), part("d.xml", &document)])
}

fn relationships() -> (String, Vec<u8>) {
    part("_rels/.rels", b"<R><r Type=\"x/officeDocument\" Target=\"d.xml\"/></R>")
}

fn part(name: &str, content: &[u8]) -> (String, Vec<u8>) {
    (name.to_owned(), content.to_vec())
}

fn archive(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, content) in parts {
        archive.start_file(name.as_str(), options).expect("names are distinct");
        archive.write_all(content).expect("memory takes every write");
    }
    archive.finish().expect("memory takes every write").into_inner()
}

fn find(bytes: &[u8], mark: &[u8]) -> Option<usize> {
    bytes.windows(mark.len()).position(|window| window == mark)
}

/// Where the directory keeps the flags of the first part.
fn first_flags(bytes: &[u8]) -> usize {
    find(bytes, b"PK\x01\x02").expect("a directory") + 8
}
