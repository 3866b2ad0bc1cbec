//! `cargo xtask serve`: the finished page at a local address.

use std::io;
use std::net::{Ipv4Addr, TcpListener};

use crate::bundle;
use crate::http;
use crate::node;
use crate::place::Place;
use crate::stop::Stop;

const FIRST_PORT: u16 = 8080;
const LAST_PORT: u16 = 8179;

/// Builds the page and serves it until the command is interrupted. Without a
/// port it takes the first free one from 8080.
pub(crate) fn serve(place: &Place, port: Option<u16>) -> Result<(), Stop> {
    let node_modules = node::prepare(place).ok();
    bundle::bundle(place, node_modules.as_deref())?;
    let listener = listen(port)?;
    let address = listener.local_addr().map_err(|error| Stop::failed(error.to_string()))?;
    println!("\nThe page is at\n\n    http://{address}/\n\nPress Ctrl+C to stop.");
    http::serve(&listener, &place.dist()).map_err(|error| Stop::failed(format!("http://{address}/: {error}")))
}

fn listen(port: Option<u16>) -> Result<TcpListener, Stop> {
    let open = |port: u16| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    match port {
        Some(port) => open(port).map_err(|error| Stop::failed(format!("Port {port}: {error}"))),
        None => (FIRST_PORT..=LAST_PORT)
            .map(open)
            .find(|result| !matches!(result, Err(error) if error.kind() == io::ErrorKind::AddrInUse))
            .unwrap_or_else(|| Err(io::ErrorKind::AddrInUse.into()))
            .map_err(|error| Stop::failed(format!("No port from {FIRST_PORT} to {LAST_PORT} is free: {error}"))),
    }
}
