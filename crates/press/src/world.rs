//! All that the template can see: itself, its data, four faces.

use std::sync::LazyLock;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

/// The surroundings of one document.
pub struct Press {
    data: Bytes,
}

/// What is the same for every document, made once.
struct Shop {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    template: Source,
    data: FileId,
}

static SHOP: LazyLock<Shop> = LazyLock::new(|| {
    let faces: [&'static [u8]; 4] = [
        include_bytes!("../../../fonts/LiberationSerif-Regular.ttf"),
        include_bytes!("../../../fonts/LiberationSerif-Bold.ttf"),
        include_bytes!("../../../fonts/LiberationSerif-Italic.ttf"),
        include_bytes!("../../../fonts/LiberationSerif-BoldItalic.ttf"),
    ];
    let fonts: Vec<Font> = faces.into_iter().flat_map(|f| Font::iter(Bytes::new(f))).collect();
    Shop {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
        template: Source::new(id("template.typ"), include_str!("template.typ").to_owned()),
        data: id("document.json"),
    }
});

impl Press {
    pub fn new(json: Vec<u8>) -> Press {
        Press { data: Bytes::new(json) }
    }
}

impl World for Press {
    fn library(&self) -> &LazyHash<Library> {
        &SHOP.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &SHOP.book
    }

    fn main(&self) -> FileId {
        SHOP.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == SHOP.template.id() {
            Ok(SHOP.template.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == SHOP.data { Ok(self.data.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        SHOP.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn id(name: &str) -> FileId {
    let path = VirtualPath::new(name).expect("the name is a plain file name");
    RootedPath::new(VirtualRoot::Project, path).intern()
}
