import { getMetadataArgsStorage } from 'typeorm';

/**
 * The columns of an entity, named as its properties are: for the statements that stand in *.sql.ts and read whole entities. `table` is
 * what the statement calls the table.
 */
export function entityColumns(entity: abstract new () => object, table: string): string {
  return getMetadataArgsStorage()
    .filterColumns(entity)
    .filter(({ options }) => options.select !== false)
    .map(({ propertyName, options }) => {
      // `pg` does not know arrays of our own types.
      const cast = options.array && options.type === 'enum' ? '::text[]' : '';
      return `${table}.${options.name ?? propertyName}${cast} AS "${propertyName}"`;
    })
    .join(', ');
}
