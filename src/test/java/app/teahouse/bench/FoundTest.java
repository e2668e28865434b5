package app.teahouse.bench;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.analysis.Analysis;
import org.junit.jupiter.api.Test;

/** The bench's data says which analysis made it; another number would let the program read a million posts anew meanwhile. */
class FoundTest {
    @Test
    void the_data_counts_as_analysed_by_the_present_version() {
        assertThat(Found.ANALYSIS).isEqualTo(Analysis.VERSION);
    }
}
