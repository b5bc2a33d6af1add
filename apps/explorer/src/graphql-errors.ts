export interface GraphqlError {
  message: string;
  extensions?: { code?: string };
}

/** The `errors` of an answer, which stays readable; none where it is a stream or no JSON. */
export async function readErrors(response: Response): Promise<GraphqlError[]> {
  if (!/^application\/(graphql-response\+)?json\b/.test(response.headers.get('content-type') ?? ''))
    return [];
  const body = (await response.clone().json()) as { errors?: GraphqlError[] };
  return body.errors ?? [];
}
