import type { S3Settings } from './storage/index.ts';

/** The bucket for files that the environment names; null = none. `read` gives a variable's value. */
export function readS3(read: (name: string) => string | null, problems: string[]): S3Settings | null {
  const [endpoint, bucket, region] = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_REGION'].map(read);
  const [accessKeyId, secretAccessKey] = ['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'].map(read);
  if (!bucket) {
    if (endpoint ?? region ?? accessKeyId ?? secretAccessKey) {
      problems.push(
        'S3_BUCKET must name the bucket that files are kept in; the other S3_ variables say where it is.',
      );
    }
    return null;
  }
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) {
    problems.push('S3_BUCKET must be the name of a bucket: 3 to 63 small letters, digits, dots and hyphens.');
  }
  if (endpoint && !(URL.canParse(endpoint) && /^https?:$/.test(new URL(endpoint).protocol))) {
    problems.push('S3_ENDPOINT must be an address such as https://s3.example.org.');
  }
  if (Boolean(accessKeyId) !== Boolean(secretAccessKey)) {
    problems.push(
      'S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY go together: set both, or neither to use those of the machine.',
    );
  }
  return {
    endpoint: endpoint ?? null,
    bucket,
    region: region ?? 'us-east-1',
    credentials: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : null,
  };
}
