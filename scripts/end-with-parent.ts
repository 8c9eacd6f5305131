// Loaded into the app's process ahead of it: when the start script is killed, its app must not live on with the port.
process.once("disconnect", () => process.exit(1));
