import type { IncomingMessage, ServerResponse } from 'node:http';

/** `__Host-` binds the cookie to this host, https and the path / (RFC 6265bis section 4.1.3.2). */
export interface SessionCookie {
  read: (request: IncomingMessage) => string | null;
  write: (response: ServerResponse, token: string | null) => void;
}

export function sessionCookie(publicUrl: URL): SessionCookie {
  const isHttps = publicUrl.protocol === 'https:';
  const name = isHttps ? '__Host-postroom' : 'postroom';
  return {
    read(request) {
      const values = new Set<string>();
      for (const part of (request.headers.cookie ?? '').split(';')) {
        const [key, value] = part.trim().split('=', 2);
        if (key === name && value) values.add(value);
      }
      // A second one comes from another port or path of the host, and would sign the person in as somebody else.
      const [only] = values;
      return values.size === 1 && only !== undefined ? only : null;
    },
    write(response, token) {
      // Its time was up, and it was answered so.
      if (response.headersSent) return;
      const attributes = ['Path=/', 'HttpOnly', 'SameSite=Strict', ...(isHttps ? ['Secure'] : [])];
      const life = token === null ? ['Max-Age=0'] : [];
      response.setHeader('Set-Cookie', [`${name}=${token ?? ''}`, ...attributes, ...life].join('; '));
    },
  };
}
