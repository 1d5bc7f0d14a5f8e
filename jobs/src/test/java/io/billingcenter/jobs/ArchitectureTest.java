package io.billingcenter.jobs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.billingcenter.jobs.launch.StepFactory;
import java.time.Clock;
import java.util.Set;
import org.springframework.batch.core.step.builder.StepBuilder;

/** The rules that the compiler does not keep: arrows between modules, what the domain may know, what never to call. */
@AnalyzeClasses(
        packages = "io.billingcenter",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.DoNotIncludeTestJars.class})
class ArchitectureTest {

    /** Excludes the archives of test classes that modules share. */
    static final class DoNotIncludeTestJars implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    private static final Set<String> FLOATING = Set.of("double", "float", "java.lang.Double", "java.lang.Float");

    @ArchTest
    static final ArchRule domainKnowsNothingButJavaAndJSpecify = classes()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.billingcenter.domain..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule schemaSeesOnlyTheDomain = noClasses()
            .that()
            .resideInAPackage("io.billingcenter.schema..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.billingcenter.readers..",
                    "io.billingcenter.writers..",
                    "io.billingcenter.config..",
                    "io.billingcenter.jobs..");

    @ArchTest
    static final ArchRule filesAreReadWithoutADatabase = noClasses()
            .that()
            .resideInAPackage("io.billingcenter.readers.files..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..", "javax.sql..", "org.springframework.jdbc..", "io.billingcenter.readers.tables..");

    @ArchTest
    static final ArchRule readersSeeOnlySchemaAndDomain = noClasses()
            .that()
            .resideInAPackage("io.billingcenter.readers..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.billingcenter.writers..", "io.billingcenter.config..", "io.billingcenter.jobs..");

    @ArchTest
    static final ArchRule writersSeeOnlySchemaAndDomain = noClasses()
            .that()
            .resideInAPackage("io.billingcenter.writers..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.billingcenter.readers..", "io.billingcenter.config..", "io.billingcenter.jobs..");

    @ArchTest
    static final ArchRule configSeesOnlyTheDomain = noClasses()
            .that()
            .resideInAPackage("io.billingcenter.config..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.billingcenter.readers..", "io.billingcenter.writers..", "io.billingcenter.jobs..");

    @ArchTest
    static final ArchRule onlyJobsAndConfigKnowTheContainer = noClasses()
            .that()
            .resideInAnyPackage("io.billingcenter.readers..", "io.billingcenter.writers..", "io.billingcenter.schema..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework.context..", "org.springframework.beans..", "org.springframework.boot..");

    @ArchTest
    static final ArchRule noFloatingPointFieldsInTheDomain = noFields()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("..domain..")
            .should()
            .haveRawType(floating());

    @ArchTest
    static final ArchRule noFloatingPointResultsInTheDomain = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("..domain..")
            .should()
            .haveRawReturnType(floating());

    @ArchTest
    static final ArchRule noFloatingPointCallsInTheDomain = noClasses()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .callMethodWhere(new DescribedPredicate<JavaMethodCall>("something of double or float is called") {
                @Override
                public boolean test(JavaMethodCall call) {
                    return isFloating(call.getTarget().getRawReturnType())
                            || call.getTarget().getRawParameterTypes().stream().anyMatch(ArchitectureTest::isFloating);
                }
            });

    @ArchTest
    static final ArchRule nobodyReadsTheClockWithoutOne = noClasses()
            .should()
            .callMethodWhere(new DescribedPredicate<JavaMethodCall>("the system's time is read") {
                @Override
                public boolean test(JavaMethodCall call) {
                    String owner = call.getTargetOwner().getName();
                    boolean now = call.getName().equals("now")
                            && owner.startsWith("java.time.")
                            && call.getTarget().getRawParameterTypes().stream()
                                    .noneMatch(type -> type.isAssignableTo(Clock.class));
                    boolean system = owner.equals("java.lang.System")
                            && (call.getName().equals("currentTimeMillis")
                                    || call.getName().equals("nanoTime"));
                    return now || system;
                }
            });

    @ArchTest
    static final ArchRule onlyTheIdOfAnOutputFolderIsRandom = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("io.billingcenter.jobs.installation.InstallationId")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Random")
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID");

    @ArchTest
    static final ArchRule onlyClientsOfSftpServersKnowTheLibrary = noClasses()
            .that()
            .resideOutsideOfPackages("io.billingcenter.remote..", "io.billingcenter.writers.channels.sftp..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.sshd..");

    @ArchTest
    static final ArchRule onlyClientsOfObjectStoresKnowTheLibrary = noClasses()
            .that()
            .resideOutsideOfPackages("io.billingcenter.remote..", "io.billingcenter.writers.channels.object..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("software.amazon..");

    @ArchTest
    static final ArchRule clientsOfOneProtocolDoNotKnowTheOther = noClasses()
            .that()
            .resideInAnyPackage("io.billingcenter.remote.object..", "io.billingcenter.writers.channels.object..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.sshd..");

    @ArchTest
    static final ArchRule onlyTheStepFactoryBuildsChunks = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(StepFactory.class.getName())
            .should()
            .dependOnClassesThat()
            .areAssignableTo(StepBuilder.class);

    @ArchTest
    static final ArchRule noBatchTypesOfTheOldPackages = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.batch.item..", "org.springframework.batch.repeat..");

    @ArchTest
    static final ArchRule noIncrementerSwallowsParameters = noClasses()
            .should()
            .dependOnClassesThat()
            .haveSimpleName("RunIdIncrementer")
            .orShould()
            .dependOnClassesThat()
            .haveSimpleName("EnableBatchProcessing");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.billingcenter.(**)").should().beFreeOfCycles();

    private static DescribedPredicate<JavaClass> floating() {
        return new DescribedPredicate<>("double or float") {
            @Override
            public boolean test(JavaClass type) {
                return isFloating(type);
            }
        };
    }

    private static boolean isFloating(JavaClass type) {
        return FLOATING.contains(type.getName());
    }
}
