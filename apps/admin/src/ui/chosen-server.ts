/** One of the servers that something is limited to. */
export interface ChosenServer {
  id: string;
  name: string;
}
