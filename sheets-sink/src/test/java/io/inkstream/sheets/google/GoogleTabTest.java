package io.inkstream.sheets.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.inkstream.sheets.CallFailure;
import io.inkstream.sheets.CallFailure.Blocked;
import io.inkstream.sheets.CallFailure.Cause;
import io.inkstream.sheets.CallFailure.OutsideGrid;
import io.inkstream.sheets.CallFailure.Refused;
import io.inkstream.sheets.CallFailure.Throttled;
import io.inkstream.sheets.CallFailure.Unavailable;
import io.inkstream.sheets.LeadColumns;
import io.inkstream.sheets.LeadRow;
import io.inkstream.sheets.RowBlock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class GoogleTabTest {
    private static final String SPREADSHEET = "1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789testonly";

    private final StubSheets stub = new StubSheets();
    private final StubSpreadsheet spreadsheet = stub.spreadsheet(SPREADSHEET);
    private final GoogleTab tab = connect(null).tab(SPREADSHEET, "Leads");

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void grid_whenThereIsNoTab_isEmptyAndCreateAddsOneThatIsWideEnough() throws CallFailed {
        assertThat(tab.grid()).isEmpty();

        tab.create();
        tab.writeHeader();

        var grid = tab.grid().orElseThrow();
        assertThat(grid).extracting(Grid::rows, Grid::columns).containsExactly(1_000, LeadColumns.ALL.size());
        assertThat(tab.header(grid)).isEqualTo(LeadColumns.ALL);
        assertThat(tab.emptyBelowHeader(grid)).isTrue();
    }

    @Test
    void write_putsEachBlockAtItsAbsolutePlace() throws CallFailed {
        tab.create();

        tab.write(List.of(block(2, "a", "b"), block(9, "c")));

        var written = spreadsheet.tab("Leads");
        assertThat(written.keys()).containsExactly("a", "b", "", "", "", "", "", "c");
        assertThat(written.cell(9, 20)).isEqualTo(50_000);
        assertThat(written.cell(9, 10)).isEqualTo(true);
    }

    @Test
    void write_whenRepeated_changesNothing() throws CallFailed {
        tab.create();
        tab.write(List.of(block(2, "a", "b")));

        tab.write(List.of(block(2, "a", "b")));

        assertThat(spreadsheet.tab("Leads").keys()).containsExactly("a", "b");
    }

    @Test
    void write_whenTheGridIsTooSmall_saysSoAndExtendMakesRoom() throws CallFailed {
        spreadsheet.add("Leads", 5, 26);
        assertFails(() -> tab.write(List.of(block(9, "a"))), new OutsideGrid());

        tab.extend(tab.grid().orElseThrow(), 9, LeadColumns.ALL.size());
        tab.write(List.of(block(9, "a")));

        assertThat(spreadsheet.tab("Leads").rows()).isEqualTo(9);
        assertThat(spreadsheet.tab("Leads").cell(9, 1)).isEqualTo("a");
    }

    @Test
    void header_whenTheTabIsNarrow_isReadWithinItsGrid() throws CallFailed {
        spreadsheet.add("Leads", 5, 3).type(1, 1, "Name");

        assertThat(tab.header(tab.grid().orElseThrow())).containsExactly("Name");
    }

    @ParameterizedTest
    @CsvSource({
        "error_429_quota.json, THROTTLED",
        "error_500.json, UNAVAILABLE",
        "error_503.json, UNAVAILABLE",
        "error_html_502.json, UNAVAILABLE",
        "error_400_cell_too_long.json, REFUSED",
        "error_400_range.json, NO_TAB",
        "error_400_cells_limit.json, WORKBOOK_FULL",
        "error_403_permission.json, NOT_SHARED",
        "error_404_spreadsheet.json, NOT_FOUND",
        "error_401.json, SIGN_IN_REFUSED"
    })
    void write_whenGoogleRefuses_saysWhatItMeans(String fixture, String meaning) throws CallFailed {
        tab.create();
        spreadsheet.failNextWrites(1, new StubSheets.Fault.Answer(fixture));

        assertThatExceptionOfType(CallFailed.class)
                .isThrownBy(() -> tab.write(List.of(block(2, "a"))))
                .satisfies(failed -> assertThat(meaning(failed.failure())).isEqualTo(meaning));
        assertThat(spreadsheet.tab("Leads").keys()).isEmpty();
    }

    @Test
    void write_whenTheAnswerIsLost_isOfUnknownOutcome() throws CallFailed {
        tab.create();
        spreadsheet.failNextWrites(1, new StubSheets.Fault.DropAfterAccept());

        assertThatExceptionOfType(CallFailed.class)
                .isThrownBy(() -> tab.write(List.of(block(2, "a"))))
                .satisfies(failed -> assertThat(failed.failure()).isInstanceOf(Unavailable.class));
        assertThat(spreadsheet.tab("Leads").keys()).containsExactly("a");
    }

    @Test
    void write_whenTheAnswerIsLate_endsAfterTheReadTimeout() throws CallFailed {
        var impatient = GoogleSheets.connect(
                        new GoogleProperties(stub.rootUrl(), null, null, Duration.ofSeconds(2), Duration.ofMillis(200)))
                .tab(SPREADSHEET, "Leads");
        impatient.create();
        spreadsheet.failNextWrites(1, new StubSheets.Fault.Slow(Duration.ofSeconds(1)));

        assertFails(
                () -> impatient.write(List.of(block(2, "a"))),
                new Unavailable("SocketTimeoutException", Optional.empty()));
    }

    @Test
    void call_asServiceAccount_carriesTheTokenItFetched() throws Exception {
        var signed = connect(keyFile("service_account")).tab(SPREADSHEET, "Leads");

        signed.grid();

        assertThat(stub.authorizations()).containsExactly("Bearer ya29.test-only");
    }

    @Test
    void call_whenTheTokenWasRevoked_refreshesItOnceAndGoesOn() throws Exception {
        var signed = connect(keyFile("service_account")).tab(SPREADSHEET, "Leads");
        spreadsheet.failNextReads(1, new StubSheets.Fault.Answer("error_401.json"));

        assertThat(signed.grid()).isEmpty();

        assertThat(stub.authorizations()).hasSize(2);
    }

    @Test
    void call_whenTheTokenIsRefusedTwice_isBlockedWithoutFurtherTries() throws Exception {
        var signed = connect(keyFile("service_account")).tab(SPREADSHEET, "Leads");
        spreadsheet.failNextReads(5, new StubSheets.Fault.Answer("error_401.json"));

        assertFails(signed::grid, new Blocked(Cause.SIGN_IN_REFUSED));

        assertThat(stub.authorizations()).hasSize(2);
    }

    @Test
    void call_whenTheKeyIsRefused_isBlocked() throws Exception {
        var signed = connect(keyFile("service_account")).tab(SPREADSHEET, "Leads");
        stub.refuseTokens();

        assertFails(signed::grid, new Blocked(Cause.SIGN_IN_REFUSED));
    }

    @Test
    void connect_whenTheKeyFileIsNoServiceAccounts_namesTheSetting() throws Exception {
        var wrong = keyFile("something_else");

        assertThatIllegalStateException()
                .isThrownBy(() -> connect(wrong))
                .withMessageContaining("inkstream.sheets.google.credentials-file");
        assertThatIllegalStateException()
                .isThrownBy(() -> connect(folder.resolve("absent.json")))
                .withMessageContaining("inkstream.sheets.google.credentials-file");
    }

    private GoogleSheets connect(@Nullable Path keyFile) {
        return GoogleSheets.connect(new GoogleProperties(
                stub.rootUrl(), keyFile, stub.tokenUri(), Duration.ofSeconds(2), Duration.ofSeconds(5)));
    }

    private Path keyFile(String type) throws NoSuchAlgorithmException, IOException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2_048);
        var key = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        return Files.write(
                folder.resolve(type + ".json"),
                JsonMapper.shared()
                        .writeValueAsBytes(Map.of(
                                "type", type,
                                "project_id", "test",
                                "private_key_id", "1",
                                "private_key", "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n",
                                "client_email", "sink@test.example.invalid",
                                "client_id", "1",
                                "token_uri", "https://example.invalid/token")));
    }

    private static RowBlock block(int firstRow, String... leadIds) {
        return new RowBlock(
                firstRow,
                List.of(leadIds).stream()
                        .map(lead -> LeadRow.cells(lead, Map.of("budget_amount", 50_000, "coverup_flag", true), null))
                        .toList());
    }

    private static void assertFails(ThrowingCallable call, CallFailure expected) {
        assertThatExceptionOfType(CallFailed.class)
                .isThrownBy(call)
                .satisfies(failed -> assertThat(failed.failure()).isEqualTo(expected));
    }

    private static String meaning(CallFailure failure) {
        return switch (failure) {
            case Throttled _ -> "THROTTLED";
            case Unavailable _ -> "UNAVAILABLE";
            case Refused _ -> "REFUSED";
            case OutsideGrid _ -> "OUTSIDE_GRID";
            case Blocked(var cause) -> cause.name();
        };
    }
}
