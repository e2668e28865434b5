package app.teahouse.kernel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Only the Gate makes proofs: a proof that others could make would prove nothing. */
class ProofsTest {
    private static final Set<String> PROOFS =
            Set.of("Visitor", "Person", "Onlooker", "Member", "Speaker", "Staff", "Partner", "Owner", "Operator");

    @Test
    void nobody_but_the_gate_makes_a_proof() {
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("app.teahouse");

        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("app.teahouse.members.CircleGate")
                .should()
                .callConstructorWhere(DescribedPredicate.describe("makes a proof", ProofsTest::makesProof))
                .check(classes);
    }

    private static boolean makesProof(JavaConstructorCall call) {
        JavaClass made = call.getTargetOwner();
        return made.getPackageName().equals("app.teahouse.kernel") && PROOFS.contains(made.getSimpleName());
    }
}
