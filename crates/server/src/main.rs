//! The binary `tongket`: the command line, and what each command is wired from.

mod audit;
mod cli;
mod clock;
mod complaint;
mod demo;
mod file;
mod install;
mod plan;
mod receipt;
mod serve;
mod verify;

use clap::Parser;
use cli::{AuditCommand, Cli, Command, PlanCommand, ReceiptCommand};
use std::process::ExitCode;

fn main() -> ExitCode {
    let lang = cli::lang_of_environment();
    let cli = Cli::parse();
    let done = match cli.command {
        Command::Demo(options) => serve::run(&options, lang, serve::Content::Demo),
        Command::Serve(options) => serve::run(&options, lang, serve::Content::Own),
        Command::Install(options) => install::run(&options, lang),
        Command::Verify(options) => verify::run(&options, lang),
        Command::Audit { command: AuditCommand::Export(options) } => audit::export(&options),
        Command::Receipt { command: ReceiptCommand::Key(options) } => receipt::print_key(&options),
        Command::Receipt { command: ReceiptCommand::Verify { file, key } } => {
            receipt::verify(&file, &key, lang)
        }
        Command::Plan { command: PlanCommand::Read { files, form } } => {
            return plan::read(&files, form.form(), lang);
        }
        Command::ReadOneFile => return file::child(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(complaint) => complaint.say(lang),
    }
}
