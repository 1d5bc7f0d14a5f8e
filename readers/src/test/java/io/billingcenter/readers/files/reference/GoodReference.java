package io.billingcenter.readers.files.reference;

import io.billingcenter.readers.files.csv.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A valid folder with all reference files; every file has its header and two rows. */
final class GoodReference {

    private static final Map<String, String> FILES = Map.ofEntries(
            Map.entry("console_accounts.csv", """
                    email,name
                    owner@a.example,Owner
                    ops@b.example,"Operations, ""B\"""
                    """),
            Map.entry("billing_accounts.csv", """
                    account_id,username,name,currency,certified
                    acct-1,one,莲花科技,CNY,true
                    acct-2,two,,USD,true
                    """),
            Map.entry("workspaces.csv", """
                    workspace_id,name,site,console_account,storage_type,channel,created
                    ws-1,first,cn1,owner@a.example,es,website,2026-01-01
                    ws-2,second,us1,ops@b.example,sls,aliyun_intl,2026-02-01
                    """),
            Map.entry("bindings.csv", """
                    workspace_id,account_id,settlement,vendor_account,from,to
                    ws-1,acct-2,aws,1234-5678,2026-06-01,
                    ws-1,acct-1,azure,az-1,2026-01-01,2026-06-01
                    """),
            Map.entry("plans.csv", """
                    workspace_id,plan,from,to
                    ws-2,free,2026-02-01,2026-03-01
                    ws-2,commercial_ingest,2026-03-01,
                    """),
            Map.entry("retention_policies.csv", """
                    workspace_id,data,subject,days,effective_at
                    ws-1,log,audit,30,2026-01-01T00:00:00+08:00
                    ws-1,trace,,7,2026-03-01T12:30:00.5Z
                    """),
            Map.entry("contract_prices.csv", """
                    account_id,meter,retention_days,price,from,to
                    acct-1,log,14,1.350,2026-01-01,2026-07-01
                    acct-1,network_host,,0,2026-01-01,
                    """),
            Map.entry("vouchers.csv", """
                    voucher_id,account_id,kind,amount,activated,expires
                    v-1,acct-1,ordinary,200,2026-01-01,2026-07-01
                    v-2,acct-1,full_reduction,1000.5,2026-02-01,2027-02-01
                    """),
            Map.entry("prepaid_cards.csv", """
                    card_id,account_id,amount,purchased,expires
                    c-1,acct-1,1000,2026-01-01,2027-01-01
                    c-2,acct-2,200.00,2026-01-01,2026-01-02
                    """),
            Map.entry("recharges.csv", """
                    recharge_id,account_id,amount,day
                    r-1,acct-1,5000,2026-01-01
                    r-2,acct-2,99.95,2026-02-11
                    """),
            Map.entry("packages.csv", """
                    package_id,account_id,package,from,workspaces
                    p-1,acct-1,starter,2026-01-01,ws-2;ws-1
                    p-2,acct-1,enterprise,2026-02-01,ws-1
                    """),
            Map.entry("traffic_packs.csv", """
                    pack_id,package_id,meter,quantity,discount
                    t-1,p-1,log,2000000,0.8
                    t-2,p-1,trigger,300000,1
                    """),
            Map.entry("private_tariffs.csv", """
                    workspace_id,scheme,collectors,price,maintenance,from,to
                    ws-2,payg,,2.50,,2026-01-01,2027-01-01
                    ws-2,licence,500,4000,600,2027-01-01,
                    """),
            Map.entry("vendor_releases.csv", """
                    settlement,vendor_account,day
                    aws,1234-5678,2026-09-01
                    azure,az-1,2026-03-01
                    """),
            Map.entry("unlocks.csv", """
                    account_id,day
                    acct-1,2026-03-05
                    acct-1,2026-09-17
                    """),
            Map.entry("alert_thresholds.csv", """
                    workspace_id,meter,amount,from,to
                    ws-1,,500,2026-01-01,
                    ws-1,log,120.5,2026-01-01,2026-07-01
                    """),
            Map.entry("invoice_profiles.csv", """
                    account_id,title,tax_id,address,phone,bank,bank_account,email,country,buyer_reference,endpoint_scheme,endpoint,from,to
                    acct-1,莲花科技,9131,"1 Road, Shanghai",+86 21,ICBC,6222,ap@lotus.example,CN,PO-7,0088,7300010000001,2026-01-01,2026-07-01
                    acct-1,Lotus,,,,,,,,,,,2026-07-01,
                    """),
            Map.entry("fapiao_results.csv", """
                    request_id,fapiao_number,issued,state,red_of
                    INV-2026-000001,26312000000123456789,2026-11-05,ISSUED,
                    INV-2026-000001,,,RED_REQUESTED,26312000000123456789
                    """));

    private final Path folder;

    /** Writes all files into the folder. */
    GoodReference(Path folder) throws IOException {
        this.folder = folder;
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            write(file.getKey(), file.getValue());
        }
    }

    void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text, StandardCharsets.UTF_8);
    }

    /** Adds a line to a file; the first line added is line 4. */
    void add(String file, String line) throws IOException {
        Files.writeString(folder.resolve(file), line + "\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    }

    void delete(String file) throws IOException {
        Files.delete(folder.resolve(file));
    }

    ImportedReference read() {
        return new ReferenceFolder(folder, Set.of("cn1", "us1")).read();
    }

    /** Returns the problems of the folder. */
    List<String> problems() {
        try {
            read();
            return List.of();
        } catch (InvalidReferenceException e) {
            return e.problems().stream().map(Problem::toString).toList();
        }
    }
}
