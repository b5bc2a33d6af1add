export * from './authority.ts';
export * from './mail-sink.ts';
export * from './scripted-smtp-server.ts';
