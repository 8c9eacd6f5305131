import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { inject } from "vitest";

export type OwnDatabase = { ownerUrl: string; name: string; drop(): Promise<void> };

/** An empty database of a test's own, on the server that the tests run on. `owner` may be another login of it. */
export async function createDatabase(
  options: { name?: string; owner?: string; password?: string } = {},
): Promise<OwnDatabase> {
  const name = options.name ?? `test_${randomUUID().slice(0, 8)}`;
  await asSuperuser(`create database "${name}"${options.owner ? ` owner "${options.owner}"` : ""}`);
  const url = new URL(inject("ownerUrl"));
  url.pathname = `/${name}`;
  if (options.owner) url.username = options.owner;
  if (options.password) url.password = options.password;
  return {
    name,
    ownerUrl: url.toString(),
    drop: () => asSuperuser(`drop database if exists "${name}" with (force)`),
  };
}

/** Runs statements as the server's superuser, in the database of the tests. */
export async function asSuperuser(...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: inject("ownerUrl") });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
