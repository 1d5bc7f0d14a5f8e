package io.billingcenter.readers.files.reference;

import io.billingcenter.domain.account.Binding;
import io.billingcenter.domain.account.PlanPeriod;
import io.billingcenter.domain.digest.Digests;
import io.billingcenter.domain.pricing.UsagePackage;
import io.billingcenter.domain.reference.ReferenceData;
import io.billingcenter.domain.reference.ReferenceFile;
import io.billingcenter.readers.files.csv.CsvFormat;
import io.billingcenter.readers.files.csv.CsvTable;
import io.billingcenter.readers.files.csv.Located;
import io.billingcenter.readers.files.csv.Problem;
import io.billingcenter.readers.files.csv.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The folder of reference data that an operator maintains, one CSV file for each kind of fact. The classes of the files
 * document their columns. The folder is complete and is accepted or refused as a whole. A file that never existed
 * counts as empty; {@link #requirePresent} checks that no file has disappeared.
 */
public final class ReferenceFolder {

    private static final List<CsvFormat> FORMATS = List.of(
            ConsoleAccountsFile.FORMAT,
            BillingAccountsFile.FORMAT,
            WorkspacesFile.FORMAT,
            BindingsFile.FORMAT,
            PlansFile.FORMAT,
            RetentionPoliciesFile.FORMAT,
            ContractPricesFile.FORMAT,
            VouchersFile.FORMAT,
            PrepaidCardsFile.FORMAT,
            RechargesFile.FORMAT,
            PackagesFile.FORMAT,
            TrafficPacksFile.FORMAT,
            PrivateTariffsFile.FORMAT,
            VendorReleasesFile.FORMAT,
            UnlocksFile.FORMAT,
            AlertThresholdsFile.FORMAT,
            InvoiceProfilesFile.FORMAT,
            FapiaoResultsFile.FORMAT);

    private static final String SUFFIX = ".csv";

    private final Path folder;
    private final Set<String> siteCodes;

    /**
     * Creates a reader of this folder.
     *
     * @param siteCodes the known sites of workspaces
     */
    public ReferenceFolder(Path folder, Set<String> siteCodes) {
        this.folder = folder;
        this.siteCodes = Set.copyOf(siteCodes);
    }

    /**
     * Checks that files exist.
     *
     * @throws MissingReferenceException if any is missing; it names all of them
     */
    public void requirePresent(Collection<ReferenceFile> expected) {
        List<ReferenceFile> gone = expected.stream()
                .filter(file -> !Files.exists(folder.resolve(file.fileName())))
                .sorted()
                .toList();
        if (!gone.isEmpty()) {
            throw new MissingReferenceException(folder, gone);
        }
    }

    /**
     * Reads and checks every file.
     *
     * @throws InvalidReferenceException if any file has a fault; it lists the faults of all files
     * @throws UncheckedIOException if a file cannot be read
     */
    public ImportedReference read() {
        Problems problems = new Problems();
        requireKnownNames(problems);
        Map<String, String> digests = new TreeMap<>();
        Tables tables = new Tables();
        for (CsvFormat format : FORMATS) {
            Path file = folder.resolve(format.file());
            if (Files.exists(file)) {
                byte[] content = bytesOf(file);
                digests.put(format.file(), Digests.sha256(content));
                tables.put(format, CsvTable.parse(format, content, problems));
            }
        }
        ReferenceData data = data(tables, problems);
        if (!problems.isEmpty()) {
            throw new InvalidReferenceException(folder, problems.sorted());
        }
        return new ImportedReference(data, digests);
    }

    /**
     * Returns the facts. Rules between rows are checked only if every row is valid, so that a fault is reported once.
     */
    private ReferenceData data(Tables tables, Problems problems) {
        References references = tables.references(siteCodes);
        List<Located<Binding>> bindings = BindingsFile.read(tables.get(BindingsFile.FORMAT), references);
        List<Located<PlanPeriod>> plans = PlansFile.read(tables.get(PlansFile.FORMAT), references);
        List<Located<UsagePackage>> packages = PackagesFile.read(tables.get(PackagesFile.FORMAT), references);
        ReferenceData data = new ReferenceData(
                ConsoleAccountsFile.read(tables.get(ConsoleAccountsFile.FORMAT)),
                BillingAccountsFile.read(tables.get(BillingAccountsFile.FORMAT)),
                WorkspacesFile.read(tables.get(WorkspacesFile.FORMAT), references),
                Located.facts(bindings),
                Located.facts(plans),
                RetentionPoliciesFile.read(tables.get(RetentionPoliciesFile.FORMAT), references),
                ContractPricesFile.read(tables.get(ContractPricesFile.FORMAT), references),
                VouchersFile.read(tables.get(VouchersFile.FORMAT), references),
                PrepaidCardsFile.read(tables.get(PrepaidCardsFile.FORMAT), references),
                RechargesFile.read(tables.get(RechargesFile.FORMAT), references),
                Located.facts(packages),
                TrafficPacksFile.read(tables.get(TrafficPacksFile.FORMAT), references),
                PrivateTariffsFile.read(tables.get(PrivateTariffsFile.FORMAT), references),
                VendorReleasesFile.read(tables.get(VendorReleasesFile.FORMAT), references),
                UnlocksFile.read(tables.get(UnlocksFile.FORMAT), references),
                AlertThresholdsFile.read(tables.get(AlertThresholdsFile.FORMAT), references),
                InvoiceProfilesFile.read(tables.get(InvoiceProfilesFile.FORMAT), references),
                FapiaoResultsFile.read(tables.get(FapiaoResultsFile.FORMAT)));
        if (problems.isEmpty()) {
            BindingRules.check(bindings, data);
            PlanRules.check(plans);
            PackageRules.check(packages, data);
        }
        return data;
    }

    /**
     * Refuses unknown file names. A misnamed file would look like a missing one, and its facts would silently be lost.
     */
    private void requireKnownNames(Problems problems) {
        if (!Files.isDirectory(folder)) {
            problems.add(new Problem(folder.toString(), 0, "", "none", "a folder with reference data"));
            throw new InvalidReferenceException(folder, problems.sorted());
        }
        List<String> known = FORMATS.stream().map(CsvFormat::file).toList();
        try (Stream<Path> children = Files.list(folder)) {
            children.map(file -> file.getFileName().toString())
                    .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(SUFFIX) && !name.startsWith("."))
                    .filter(name -> !known.contains(name))
                    .forEach(name -> problems.add(
                            new Problem(name, 0, "", name, "one of the files " + String.join(", ", known))));
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to list the files in " + folder + "; check its rights", e);
        }
    }

    private static byte[] bytesOf(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to read the reference file " + file + "; check its rights", e);
        }
    }

    /** The tables by format; the table of a missing file is empty. */
    private static final class Tables {

        private final Map<CsvFormat, CsvTable> tables = new HashMap<>();

        void put(CsvFormat format, CsvTable table) {
            tables.put(format, table);
        }

        CsvTable get(CsvFormat format) {
            return tables.getOrDefault(format, CsvTable.absent());
        }

        References references(Set<String> siteCodes) {
            return new References(
                    siteCodes,
                    known(ConsoleAccountsFile.FORMAT, ConsoleAccountsFile.EMAIL),
                    known(BillingAccountsFile.FORMAT, BillingAccountsFile.ACCOUNT_ID),
                    known(WorkspacesFile.FORMAT, WorkspacesFile.WORKSPACE_ID),
                    known(PackagesFile.FORMAT, PackagesFile.PACKAGE_ID),
                    BindingsFile.cloudAccounts(get(BindingsFile.FORMAT)));
        }

        private KnownIds known(CsvFormat format, String column) {
            return KnownIds.of(format.file(), get(format), column);
        }
    }
}
