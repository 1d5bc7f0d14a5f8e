package io.billingcenter.domain.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.outbox.Route.Profile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RouteTest {

    private static final String MONTH = "2026-10";
    private static final List<String> BY_ACCOUNT = List.of("accounts", "documents", "einvoices");
    private static final List<String> OF_ALL = List.of("files", "workbook", "focus", "journal");

    @Test
    void selectsKindsFormatsAndProfiles() {
        List<ShippedFile> month = files("invoices.csv", "invoice-lines.csv", "excel/invoices.csv");

        assertThat(paths(route(Set.of("files"), Set.of(), Profile.ALL), MONTH, month))
                .hasSize(3);
        assertThat(paths(route(Set.of("files"), Set.of(), Profile.MACHINE), MONTH, month))
                .containsExactly("invoices.csv", "invoice-lines.csv");
        assertThat(paths(route(Set.of("files"), Set.of(), Profile.EXCEL), MONTH, month))
                .containsExactly("excel/invoices.csv");
        assertThat(paths(route(Set.of("files"), Set.of("pdf"), Profile.ALL), MONTH, month))
                .isEmpty();
        assertThat(paths(route(Set.of("documents"), Set.of("pdf"), Profile.ALL), MONTH, month))
                .isEmpty();
        assertThat(paths(
                        route(Set.of("documents"), Set.of("pdf"), Profile.EXCEL),
                        MONTH + "/documents",
                        files("excel/INV-1.PDF", "ba1/INV-2.pdf", "ba1/INV-2.xml")))
                .containsExactly("excel/INV-1.PDF", "ba1/INV-2.pdf");
    }

    @Test
    void totalsAreOneShipmentWithoutFiles() {
        Route route = route(Set.of("totals"), Set.of(), Profile.ALL);
        assertThat(route.shipments(MONTH, files("invoices.csv"))).containsOnly(Map.entry("", List.of()));
        assertThat(route.shipments(MONTH + "/documents", files("ba1/a.pdf"))).isEmpty();
    }

    @Test
    void kindsWithTheFiguresOfAllAccountsCannotGoToSingleAccounts() {
        for (String kind : OF_ALL) {
            assertThatThrownBy(() -> new Route(Set.of(kind), Set.of(), Profile.ALL, Set.of("ba1"), false))
                    .hasMessageContaining(kind);
            assertThatThrownBy(() -> new Route(Set.of(kind), Set.of(), Profile.ALL, null, true))
                    .hasMessageContaining(kind);
        }
        assertThatThrownBy(() -> route(Set.of("invoices"), Set.of(), Profile.ALL))
                .hasMessageContaining("'invoices'");
    }

    /** The owner of each file is written down when it is made, and is not found out from its path. */
    @Test
    void noFileOfAnAccountGoesToAnother() {
        Random random = new Random(16_2_4);
        int sent = 0;
        int withheld = 0;
        for (int world = 0; world < 5_000; world++) {
            Map<ShippedFile, @Nullable String> owners = new HashMap<>();
            String kind = randomSet(random, owners);
            Route route = randomRoute(random);
            String period = kind.equals("files") ? MONTH : MONTH + "/" + kind;
            SortedMap<String, List<ShippedFile>> shipments = route.shipments(period, new ArrayList<>(owners.keySet()));
            for (Map.Entry<String, List<ShippedFile>> shipment : shipments.entrySet()) {
                for (ShippedFile file : shipment.getValue()) {
                    String owner = owners.get(file);
                    if (route.eachAccount()) {
                        assertThat(owner)
                                .as("%s to %s", file, shipment.getKey())
                                .isEqualTo(shipment.getKey());
                    }
                    if (route.accounts() != null) {
                        assertThat(route.accounts()).as("%s by %s", file, route).contains(owner);
                    }
                    assertThat(route.what()).contains(kind);
                    sent++;
                }
            }
            withheld += owners.size()
                    - shipments.values().stream().mapToInt(List::size).sum();
        }
        assertThat(sent).isGreaterThan(1_000);
        assertThat(withheld).isGreaterThan(1_000);
    }

    private static String randomSet(Random random, Map<ShippedFile, @Nullable String> owners) {
        boolean byAccount = random.nextBoolean();
        List<String> kinds = byAccount ? BY_ACCOUNT : OF_ALL;
        int files = 1 + random.nextInt(12);
        for (int i = 0; i < files; i++) {
            String account = randomAccount(random);
            String name = List.of("INV-1.pdf", "invoices.csv", "book.xlsx", "ba1.xml", "excel/a.csv")
                    .get(random.nextInt(5));
            String path =
                    byAccount ? account + "/" + i + name : random.nextBoolean() ? i + name : account + i + "/" + name;
            owners.put(new ShippedFile(path, i, "digest" + i), byAccount ? account : null);
        }
        return kinds.get(random.nextInt(kinds.size()));
    }

    /** Ids that begin alike, look like folders of sets, or differ in case only. */
    private static String randomAccount(Random random) {
        return List.of("ba1", "ba11", "BA1", "excel", "documents", "ba-1", "ba 1")
                .get(random.nextInt(7));
    }

    private static Route randomRoute(Random random) {
        boolean each = random.nextInt(3) == 0;
        Set<String> accounts = random.nextInt(3) == 0 ? null : new HashSet<>();
        for (int i = random.nextInt(3); accounts != null && i > 0; i--) {
            accounts.add(randomAccount(random));
        }
        Set<String> what = new HashSet<>();
        List<String> kinds = new ArrayList<>(BY_ACCOUNT);
        if (!each && accounts == null) {
            kinds.addAll(OF_ALL);
        }
        kinds.stream().filter(kind -> random.nextInt(3) > 0).forEach(what::add);
        Set<String> formats = random.nextBoolean() ? Set.of() : Set.of("pdf", "csv");
        return new Route(what, formats, Profile.values()[random.nextInt(3)], accounts, each);
    }

    private static Route route(Set<String> what, Set<String> formats, Profile profile) {
        return new Route(what, formats, profile, null, false);
    }

    private static List<ShippedFile> files(String... paths) {
        List<ShippedFile> files = new ArrayList<>();
        for (String path : paths) {
            files.add(new ShippedFile(path, path.length(), "sha of " + path));
        }
        return files;
    }

    private static List<String> paths(Route route, String period, List<ShippedFile> files) {
        return route.shipments(period, files).values().stream()
                .flatMap(List::stream)
                .map(ShippedFile::path)
                .toList();
    }
}
