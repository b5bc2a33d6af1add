export * from './authority.ts';
export * from './mail-sink.ts';
export type { ScriptStep } from './scripted-connection.ts';
export * from './scripted-smtp-server.ts';
