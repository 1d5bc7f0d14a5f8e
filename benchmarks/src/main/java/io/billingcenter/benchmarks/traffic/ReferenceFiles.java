package io.billingcenter.benchmarks.traffic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The reference files that bill the traffic: each account pays ten workspaces, all on one site, with default retention.
 */
final class ReferenceFiles {

    private static final int WORKSPACES_OF_AN_ACCOUNT = 10;
    private static final String SINCE = "2026-01-01";

    private ReferenceFiles() {}

    static void write(Path folder, int workspaces) throws IOException {
        StringBuilder rows = new StringBuilder("workspace_id,name,site,console_account,storage_type,channel,created\n");
        StringBuilder bindings = new StringBuilder("workspace_id,account_id,settlement,vendor_account,from,to\n");
        StringBuilder accounts = new StringBuilder("account_id,username,name,currency,certified\n");
        for (int number = 0; number < workspaces; number++) {
            String workspace = TrafficPlan.workspaceId(number);
            String account = "acct-" + number / WORKSPACES_OF_AN_ACCOUNT;
            rows.append(workspace + ",Workspace " + number + ",cn1,owner@example.com,es,website," + SINCE + "\n");
            bindings.append(workspace + "," + account + ",wallet,," + SINCE + ",\n");
            if (number % WORKSPACES_OF_AN_ACCOUNT == 0) {
                accounts.append(account + "," + account + ",Account,CNY,true\n");
            }
        }
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("console_accounts.csv"), "email,name\nowner@example.com,Owner\n");
        Files.writeString(folder.resolve("billing_accounts.csv"), accounts);
        Files.writeString(folder.resolve("workspaces.csv"), rows);
        Files.writeString(folder.resolve("bindings.csv"), bindings);
    }
}
