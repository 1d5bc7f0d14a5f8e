package io.billingcenter.readers.files.reference;

import io.billingcenter.domain.account.Channel;
import io.billingcenter.domain.account.StorageType;
import io.billingcenter.domain.account.Workspace;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.readers.files.csv.Cell;
import io.billingcenter.readers.files.csv.CsvFormat;
import io.billingcenter.readers.files.csv.CsvRow;
import io.billingcenter.readers.files.csv.CsvTable;
import io.billingcenter.readers.files.csv.Located;
import io.billingcenter.readers.files.csv.UniqueKeys;
import io.billingcenter.readers.files.csv.ValueType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The workspaces whose usage is metered, {@code workspaces.csv} (billing rules 5.1 to 5.3).
 *
 * <pre>
 * workspace_id,name,site,console_account,storage_type,channel,created
 * wksp_f1c295d2c6fec4fa67ec7694bd73e75c,aurora-production,cn1,owner@aurora.example,es,website,2026-01-05
 * ws-sls,SLS edition,cn3,ops@lotus.example,sls,aliyun,2026-01-01
 * </pre>
 *
 * <ul>
 *   <li>workspace_id: identifies the workspace and names its traffic folder
 *   <li>name: display name, may be empty
 *   <li>site: code of a site of the settings
 *   <li>console_account: e-mail of its owner in {@code console_accounts.csv}
 *   <li>storage_type: {@code es}, {@code sls} or {@code exclusive}
 *   <li>channel: the channel it was activated through, {@code website}, {@code aliyun}, {@code aliyun_intl},
 *       {@code aws}, {@code huawei} or {@code azure}
 *   <li>created: billing day of its creation
 * </ul>
 */
final class WorkspacesFile {

    static final String WORKSPACE_ID = "workspace_id";
    private static final String NAME = "name";
    private static final String SITE = "site";
    private static final String CONSOLE_ACCOUNT = "console_account";
    private static final String STORAGE_TYPE = "storage_type";
    private static final String CHANNEL = "channel";
    private static final String CREATED = "created";

    static final CsvFormat FORMAT =
            CsvFormat.of("workspaces.csv", WORKSPACE_ID, NAME, SITE, CONSOLE_ACCOUNT, STORAGE_TYPE, CHANNEL, CREATED);

    private static final ValueType<StorageType> STORAGE_TYPES = ValueType.oneOf(
            Stream.of(StorageType.values()).map(StorageType::code).toList(), StorageType::ofCode);
    private static final ValueType<Channel> CHANNELS =
            ValueType.oneOf(Stream.of(Channel.values()).map(Channel::code).toList(), Channel::ofCode);

    private WorkspacesFile() {}

    static List<Workspace> read(CsvTable table, References references) {
        UniqueKeys<WorkspaceId> ids = new UniqueKeys<>("an id");
        return Located.facts(table.facts(row -> workspace(row, references, ids)));
    }

    private static Optional<Workspace> workspace(CsvRow row, References references, UniqueKeys<WorkspaceId> ids) {
        Cell<WorkspaceId> id = row.cell(WORKSPACE_ID, ReferenceTypes.WORKSPACE_ID);
        Cell<String> name = row.cell(NAME, ReferenceTypes.NAME);
        Cell<String> site = references.site(row, SITE);
        Cell<String> consoleAccount = references.consoleAccount(row, CONSOLE_ACCOUNT);
        Cell<StorageType> storage = row.cell(STORAGE_TYPE, STORAGE_TYPES);
        Cell<Channel> channel = row.cell(CHANNEL, CHANNELS);
        Cell<BillingDay> created = row.cell(CREATED, ValueType.DAY);
        ids.claim(id);
        return row.fact(() -> new Workspace(
                id.get(), name.get(), site.get(), consoleAccount.get(), storage.get(), channel.get(), created.get()));
    }
}
