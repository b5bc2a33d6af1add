import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { checkPageSize } from '../../paging/page.ts';
import { REPORTS_KEPT, type TestReport } from './test-report.ts';
import { TestReportEntity } from './test-report.entity.ts';

/** The reports of saved settings, the last ones of each server. */
export class TestReports {
  private readonly dataSource: DataSource;

  constructor(dataSource: DataSource) {
    this.dataSource = dataSource;
  }

  /** Keeps `report`, drops what is older than the last 20; does nothing where the server was deleted meanwhile. */
  async keep(serverId: string, report: TestReport): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const rows: unknown[] = await manager.query('SELECT FROM smtp_server WHERE id = $1 FOR KEY SHARE', [
        serverId,
      ]);
      if (rows.length === 0) return;
      await manager.insert(TestReportEntity, { ...report, serverId });
      await manager.query(
        `DELETE FROM test_report WHERE server_id = $1 AND id NOT IN (
           SELECT id FROM test_report WHERE server_id = $1 ORDER BY started_at DESC, id DESC LIMIT $2)`,
        [serverId, REPORTS_KEPT],
      );
    });
  }

  async newest(serverId: string, first: number): Promise<TestReport[]> {
    checkPageSize(first);
    return this.dataSource.getRepository(TestReportEntity).find({
      where: { serverId },
      order: { startedAt: 'DESC', id: 'DESC' },
      take: first,
    });
  }

  /** The latest report of a server; all that one answer asks for are read in one query. */
  async latest(request: { perRequest: Map<object, unknown> }, serverId: string): Promise<TestReport | null> {
    const existing = request.perRequest.get(this) as DataLoader<string, TestReport | null> | undefined;
    const loader = existing ?? new DataLoader((ids: readonly string[]) => this.latestOfEach(ids));
    request.perRequest.set(this, loader);
    return loader.load(serverId);
  }

  private async latestOfEach(serverIds: readonly string[]): Promise<(TestReport | null)[]> {
    const reports = await this.dataSource
      .getRepository(TestReportEntity)
      .createQueryBuilder('report')
      .distinctOn(['report.serverId'])
      .where('report.serverId IN (:...serverIds)', { serverIds })
      .orderBy('report.serverId')
      .addOrderBy('report.startedAt', 'DESC')
      .addOrderBy('report.id', 'DESC')
      .getMany();
    const ofServer = new Map(reports.map((report) => [report.serverId, report]));
    return serverIds.map((id) => ofServer.get(id) ?? null);
  }
}
