use crate::cli::Options;
use crate::clock::{clock, dice};
use crate::complaint::{Complaint, tell};
use crate::{demo, file, receipt};
use app::{App, Backend, Blobs};
use domain::document::Document;
use domain::receipt::ReceiptKey;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::time::Duration;
use tokio::net::TcpListener;
use web::{Gallery, Site, Transport};
use words::{Lang, say};

/// What the server starts on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// Sample data, laid down at the first start.
    Demo,
    /// Whatever is there.
    Own,
}

/// Serves until it is told to stop.
pub fn run(options: &Options, lang: Lang, content: Content) -> Result<(), Complaint> {
    tracing_subscriber::fmt()
        .with_env_filter(tracing_subscriber::EnvFilter::from_default_env())
        .with_writer(std::io::stderr)
        .init();
    tokio::runtime::Runtime::new()?.block_on(serve(options, lang, content))
}

/// Opens the data that the options name.
pub async fn open(options: &Options, folder: &Path) -> Result<App, Complaint> {
    fs::create_dir_all(folder).map_err(|_| Complaint::unwritable(folder))?;
    let probe = folder.join(".writable");
    fs::write(&probe, b"").map_err(|_| Complaint::unwritable(folder))?;
    fs::remove_file(&probe)?;
    let (clock, dice) = (clock(options.clock), dice());
    let backend = match &options.database {
        Some(url) => Backend::postgres(url, clock, dice).await?,
        None => Backend::sqlite(&folder.join("tongket.db"), clock, dice).await?,
    };
    Ok(App::new(backend, Blobs::new(folder.join("files"))))
}

async fn serve(options: &Options, lang: Lang, content: Content) -> Result<(), Complaint> {
    // The port first: a second start beside a running one must not touch its data.
    let listener = listen(options).await?;
    let folder = options.folder(match content {
        Content::Demo => "demo",
        Content::Own => "data",
    });
    let app = open(options, &folder).await?;
    let receipt_key = receipt::key(&folder)?;
    if content == Content::Demo {
        demo::lay(&app, lang).await?;
    }
    let address = format!("http://{}", listener.local_addr()?);
    tell(&say(lang, "cli-listening").with("address", address.as_str()).to_string());
    if content == Content::Demo {
        demo::tell_sign_ins(lang);
    }
    tell(&say(lang, "cli-stop").to_string());
    tell(&say(lang, "cli-data").with("folder", folder.display().to_string()).to_string());
    tokio::spawn(work_off(app.clone()));
    file::tell_what_is_open();
    let service = web::router(site(app, receipt_key, options));
    axum::serve(listener, service).with_graceful_shutdown(told_to_stop()).await?;
    Ok(())
}

fn site(app: App, receipt_key: ReceiptKey, options: &Options) -> Site {
    Site {
        app,
        read_file: file::read,
        read_sheet: file::read_sheet,
        write_xlsx: paper::sheet::write_xlsx,
        write_csv: paper::sheet::write_csv,
        docx,
        pdf,
        receipt_key,
        transport: if options.behind_https { Transport::Secure } else { Transport::Plain },
        gallery: if options.gallery { Gallery::Shown } else { Gallery::Hidden },
    }
}

fn docx(document: &Document) -> Result<Vec<u8>, String> {
    Ok(paper::docx::write(document))
}

fn pdf(document: &Document) -> Result<Vec<u8>, String> {
    press::pdf(document).map_err(|error| format!("{error:?}"))
}

async fn listen(options: &Options) -> Result<TcpListener, Complaint> {
    let port = options.port;
    TcpListener::bind((options.address, port)).await.map_err(|error| match error.kind() {
        ErrorKind::AddrInUse | ErrorKind::PermissionDenied => Complaint::PortTaken { port },
        _ => Complaint::Broken { why: error.to_string() },
    })
}

/// Does what is due, minute by minute, for as long as the server runs.
async fn work_off(app: App) {
    let mut minutes = tokio::time::interval(Duration::from_secs(60));
    loop {
        minutes.tick().await;
        if let Err(error) = app::jobs::run_due(&app).await {
            tracing::error!(%error, "jobs could not be run");
        }
    }
}

async fn told_to_stop() {
    let ctrl_c = tokio::signal::ctrl_c();
    let mut terminate =
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(terminate) => terminate,
            Err(_) => return ctrl_c.await.unwrap_or_default(),
        };
    tokio::select! {
        _ = ctrl_c => {}
        _ = terminate.recv() => {}
    }
}
