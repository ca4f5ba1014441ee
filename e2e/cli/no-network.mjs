// Preloaded before the command (node --import): whatever would reach for the network is written down and fails.
import dgram from "node:dgram";
import dns from "node:dns";
import { appendFileSync } from "node:fs";
import http from "node:http";
import http2 from "node:http2";
import https from "node:https";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";
import tls from "node:tls";

function refuse(what) {
  return () => {
    appendFileSync(process.env.NETWORK_LOG, `${what}\n`);
    throw new Error(`the network was reached for: ${what}`);
  };
}
function closeOff(name, target, keys) {
  for (const key of keys) if (typeof target[key] === "function") target[key] = refuse(`${name}.${key}`);
}

closeOff("net.Socket", net.Socket.prototype, ["connect"]);
closeOff("net.Server", net.Server.prototype, ["listen"]);
closeOff("net", net, ["connect", "createConnection"]);
closeOff("tls", tls, ["connect"]);
closeOff("dgram", dgram, ["createSocket"]);
closeOff("dgram.Socket", dgram.Socket.prototype, ["bind", "connect", "send"]);
closeOff("http", http, ["request", "get"]);
closeOff("https", https, ["request", "get"]);
closeOff("http2", http2, ["connect"]);
closeOff("dns", dns, Object.keys(dns));
closeOff("dns.promises", dns.promises, Object.keys(dns.promises));
for (const name of ["fetch", "WebSocket", "EventSource"]) if (name in globalThis) globalThis[name] = refuse(name);
syncBuiltinESMExports();
