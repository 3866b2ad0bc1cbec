//! `policies mutate`: which changes to the rules no example notices.

use std::fmt::Write;

use mingbai_policies::Policies;
use mingbai_policies::mutate::mutate;

use super::{Done, Trouble, known_document, nothing_more, take_option};

pub(super) fn run(policies: &Policies, mut rest: Vec<String>) -> Result<Done, Trouble> {
    let document = take_option(&mut rest, "--document")?;
    nothing_more(&rest)?;
    known_document(&policies.library, document.as_deref())?;
    let mut out = String::new();
    let mut refused = 0_usize;
    let mut summary = String::new();
    for account in mutate(policies, document.as_deref()) {
        account.refusals.iter().for_each(|refusal| out.push_str(&(refusal.render() + "\n")));
        refused = refused.saturating_add(account.refusals.len());
        let (id, tried, killed, equivalent) = (&account.id, account.tried, account.killed, account.equivalent);
        let survive = tried.saturating_sub(killed).saturating_sub(equivalent);
        _ = writeln!(
            summary,
            "{id}: {tried} changes, {killed} noticed by an example, {equivalent} equivalent with a reason, {survive} not noticed"
        );
    }
    out.push_str(&summary);
    Ok(if refused == 0 { Done::fine(out) } else { Done::refused(out) })
}
