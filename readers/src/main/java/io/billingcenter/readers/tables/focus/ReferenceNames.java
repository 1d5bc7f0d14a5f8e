package io.billingcenter.readers.tables.focus;

import io.billingcenter.domain.focus.ChargeOwner;
import io.billingcenter.domain.focus.ChargeOwner.ChargeWorkspace;
import io.billingcenter.domain.pricing.PackageKind;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.schema.reference.PackageTable;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The names that rows print, out of the reference data. */
final class ReferenceNames {

    private record VendorBinding(
            String account,
            String settlement,
            LocalDate from,
            @Nullable LocalDate to,
            String vendorAccount) {

        boolean isOf(LineRef line) {
            return account.equals(line.account())
                    && settlement.equals(line.settlement())
                    && !line.billingDay().isBefore(from)
                    && (to == null || line.billingDay().isBefore(to));
        }
    }

    private record OwnerKey(String account, String currency, String workspace) {}

    private final Map<String, String> accounts = new HashMap<>();
    private final Map<String, ChargeWorkspace> workspaces = new HashMap<>();
    private final Map<String, List<VendorBinding>> vendors = new HashMap<>();
    private final Map<String, PackageKind> packages = new HashMap<>();
    private final Map<OwnerKey, ChargeOwner> owners = new HashMap<>();

    /**
     * Reads the names. Those that the documents of the month print take the place of later ones, so that a change of a name
     * changes no file of a closed month.
     *
     * @param regions names of sites by their codes; a site without one is named by its code
     */
    ReferenceNames(JdbcTemplate jdbc, BillingMonth month, Map<String, String> regions) {
        jdbc.query("SELECT account_id, name FROM billing_account", (ResultSet row) -> {
            accounts.put(row.getString("account_id"), row.getString("name"));
        });
        jdbc.query("SELECT workspace_id, name, site FROM workspace", (ResultSet row) -> {
            String id = row.getString("workspace_id");
            String site = row.getString("site");
            workspaces.put(
                    id,
                    new ChargeWorkspace(id, orId(row.getString("name"), id), site, regions.getOrDefault(site, site)));
        });
        jdbc.query(
                "SELECT workspace_id, account_id, settlement, from_day, to_day, vendor_account FROM binding"
                        + " WHERE vendor_account IS NOT NULL",
                (ResultSet row) -> {
                    vendors.computeIfAbsent(row.getString("workspace_id"), first -> new ArrayList<>())
                            .add(new VendorBinding(
                                    row.getString("account_id"),
                                    row.getString("settlement"),
                                    row.getObject("from_day", LocalDate.class),
                                    row.getObject("to_day", LocalDate.class),
                                    row.getString("vendor_account")));
                });
        jdbc.query("SELECT package_id, package FROM package", (ResultSet row) -> {
            packages.put(row.getString("package_id"), PackageTable.PACKAGE.get(row));
        });
        readPrintedNames(jdbc, month);
    }

    private void readPrintedNames(JdbcTemplate jdbc, BillingMonth month) {
        jdbc.query(
                """
                SELECT i.account_id, h.account_name FROM invoice i JOIN invoice_header h ON h.invoice_number = i.invoice_number
                WHERE i.billing_month = ? ORDER BY i.invoice_number""",
                (ResultSet row) -> {
                    accounts.put(row.getString("account_id"), row.getString("account_name"));
                },
                month.toString());
        jdbc.query(
                """
                SELECT d.workspace_id, MAX(d.workspace_name) AS workspace_name
                FROM invoice i JOIN invoice_line_detail d ON d.invoice_number = i.invoice_number
                WHERE i.billing_month = ? AND d.workspace_id <> '' GROUP BY d.workspace_id""",
                (ResultSet row) -> {
                    String id = row.getString("workspace_id");
                    ChargeWorkspace now = workspaces.get(id);
                    if (now != null) {
                        workspaces.put(
                                id,
                                new ChargeWorkspace(
                                        id,
                                        orId(row.getString("workspace_name"), id),
                                        now.regionId(),
                                        now.regionName()));
                    }
                },
                month.toString());
    }

    /** Returns the owner of a line; the same one for all lines of a workspace. */
    ChargeOwner owner(String account, String currency, String workspace) {
        if (owners.size() > 10_000) {
            owners.clear();
        }
        return owners.computeIfAbsent(
                new OwnerKey(account, currency, workspace),
                key -> new ChargeOwner(
                        account,
                        orId(accounts.getOrDefault(account, ""), account),
                        Currency.getInstance(currency),
                        workspace.isEmpty() ? null : workspaces.getOrDefault(workspace, unknown(workspace))));
    }

    private static ChargeWorkspace unknown(String workspace) {
        return new ChargeWorkspace(workspace, workspace, "unknown", "unknown");
    }

    private static String orId(String name, String id) {
        return name.isEmpty() ? id : name;
    }

    /** Returns the cloud account that pays a line, or null if it is not known. */
    @Nullable
    String vendorAccount(LineRef line) {
        return vendors.getOrDefault(line.workspace(), List.of()).stream()
                .filter(binding -> binding.isOf(line))
                .map(VendorBinding::vendorAccount)
                .findFirst()
                .orElse(null);
    }

    /** Returns the kind of a package, or null if there is no such package. */
    @Nullable
    PackageKind packageKind(String agreement) {
        return packages.get(agreement);
    }
}
