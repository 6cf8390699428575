//! What a page draws: glyphs, rules, pictures.

use hayro_interpret::font::Glyph as Shape;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache,
    InterpreterSettings, Paint, PathDrawMode, RectExt as _, SoftMask, TransformExt as _,
    interpret_page,
};
use kurbo::{Affine, BezPath, PathSeg, Point};
use std::collections::HashMap;

/// A page as it is drawn, in the order of drawing.
#[derive(Default)]
pub struct Drawn {
    pub glyphs: Vec<Glyph>,
    pub rules: Vec<Rule>,
    pub images: usize,
    pub width: i32,
    pub height: i32,
    faces: HashMap<u128, Face>,
}

/// A glyph with the letters it stands for.
#[derive(Clone, Debug)]
pub struct Glyph {
    pub letters: String,
    pub x: i32,
    /// Where the next glyph of the same word stands.
    pub end: i32,
    /// The `y` of the line it stands on.
    pub base: i32,
    pub size: i32,
    pub face: Face,
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Face {
    pub bold: bool,
    pub italic: bool,
}

/// A straight upright stroke, such as one between the cells of a table.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    pub x: i32,
    pub top: i32,
    pub bottom: i32,
}

/// A glyph whose letter nobody can name.
const NAMELESS: &str = "\u{fffd}";
/// Hundredths of a point that a place may be away from the corner of the page.
const FARTHEST: i32 = 10_000_000;
/// An upright stroke shorter than this parts no cells.
const RULE_LEAST: i32 = 800;
const RULES_MOST: usize = 50_000;

/// Every page of `pdf`, drawn.
pub fn pages(pdf: &Pdf) -> Vec<Drawn> {
    let cache = InterpreterCache::new();
    let settings = InterpreterSettings { render_annotations: false, ..Default::default() };
    let mut pages = Vec::new();
    for page in pdf.pages().iter() {
        let (width, height) = page.render_dimensions();
        let place = Affine::scale(100.0) * page.initial_transform(true).to_kurbo();
        let area = page.intersected_crop_box().to_kurbo();
        let mut context = Context::new(place, area, &cache, page.xref(), settings.clone());
        let corner = Affine::scale(100.0) * Point::new(width.into(), height.into());
        let mut drawn = Drawn { width: near(corner.x), height: near(corner.y), ..Drawn::default() };
        interpret_page(page, &mut context, &mut drawn);
        pages.push(drawn);
    }
    pages
}

impl Drawn {
    /// A page of pictures alone, such as a scanner makes.
    pub fn is_picture(&self) -> bool {
        self.images > 0 && self.glyphs.iter().all(Glyph::is_blank)
    }

    fn face(&mut self, shape: &Shape<'_>) -> Face {
        let Shape::Outline(outline) = shape else { return Face::default() };
        *self.faces.entry(outline.font_cache_key()).or_insert_with(|| {
            let Some(font) = outline.font_data() else { return Face::default() };
            let name = font.postscript_name.unwrap_or_default().to_lowercase();
            let says = |words: &[&str]| words.iter().any(|word| name.contains(word));
            let heavy = font.weight.is_some_and(|weight| weight >= 600);
            Face {
                bold: heavy || says(&["bold", "black", "heavy"]),
                italic: font.is_italic || says(&["italic", "oblique"]),
            }
        })
    }

    /// Text that is outlined, or thickened to look bold, is drawn twice at one place.
    fn is_drawn_again(&mut self, glyph: &Glyph) -> bool {
        let near = |one: i32, other: i32| one.abs_diff(other) < 60;
        let before = self.glyphs.iter_mut().rev().take(2);
        for same in before {
            if same.letters == glyph.letters
                && near(same.x, glyph.x)
                && near(same.base, glyph.base)
                && !same.is_blank()
            {
                same.face.bold = true;
                return true;
            }
        }
        false
    }
}

impl Glyph {
    pub fn is_blank(&self) -> bool {
        self.letters.chars().all(char::is_whitespace)
    }

    pub fn is_nameless(&self) -> bool {
        self.letters == NAMELESS
    }
}

impl<'a> Device<'a> for Drawn {
    fn draw_glyph(
        &mut self,
        shape: &Shape<'a>,
        place: Affine,
        own: Affine,
        _: &Paint<'a>,
        _: &GlyphDrawMode,
    ) {
        let own = place * own;
        let width = match shape {
            Shape::Outline(outline) => outline.advance_width().unwrap_or(500.0).into(),
            Shape::Type3(_) => 500.0,
        };
        let start = own * Point::ORIGIN;
        let (end, top) = (own * Point::new(width, 0.0), own * Point::new(0.0, 1000.0));
        let (x, base) = (near(start.x), near(start.y));
        let (end, slope) = (near(end.x), near(end.y).abs_diff(base));
        // What runs upward or mirrored is a mark across the page, no line of the text.
        if end < x || slope > end.abs_diff(x) / 4 + 1 {
            return;
        }
        let letters = match shape.as_unicode() {
            Some(BfString::Char(c)) => c.to_string(),
            Some(BfString::String(letters)) => letters,
            None => NAMELESS.to_owned(),
        };
        let size = base.saturating_sub(near(top.y)).clamp(1, 100_000);
        let glyph = Glyph { letters, x, end, base, size, face: self.face(shape) };
        if !self.is_drawn_again(&glyph) {
            self.glyphs.push(glyph);
        }
    }

    fn draw_path(&mut self, path: &BezPath, place: Affine, _: &Paint<'a>, _: &PathDrawMode) {
        for segment in path.segments() {
            let PathSeg::Line(line) = segment else { continue };
            let (one, other) = (place * line.p0, place * line.p1);
            let (top, bottom) = (near(one.y).min(near(other.y)), near(one.y).max(near(other.y)));
            let upright = near(one.x).abs_diff(near(other.x)) < 100;
            if upright && bottom - top >= RULE_LEAST && self.rules.len() < RULES_MOST {
                self.rules.push(Rule { x: near(one.x), top, bottom });
            }
        }
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: Affine) {
        self.images += 1;
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

/// A length as a whole number; places far outside, and what is no number, come near.
fn near(length: f64) -> i32 {
    // The cast keeps within the whole numbers there are.
    (length as i32).clamp(-FARTHEST, FARTHEST)
}
