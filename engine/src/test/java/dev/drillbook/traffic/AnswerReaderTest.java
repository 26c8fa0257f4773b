package dev.drillbook.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    @Test
    void a_body_of_a_stated_length_is_read_and_the_connection_kept() throws IOException {
        Answer answer = read(OK + "Content-Length: 5\r\nX-Served-By: shop-2\r\n\r\nhello");
        assertThat(answer.text()).isEqualTo("hello");
        assertThat(answer.header("x-served-by")).contains("shop-2");
        assertThat(answer.keepsAlive()).isTrue();
    }

    @Test
    void chunks_are_put_together_extensions_and_trailers_aside() throws IOException {
        Answer answer =
                read(OK + "Transfer-Encoding: chunked\r\n\r\n5;x=y\r\nhello\r\nA\r\n, 10 bytes\r\n0\r\nT: x\r\n\r\n");
        assertThat(answer.text()).isEqualTo("hello, 10 bytes");
        assertThat(answer.keepsAlive()).isTrue();
    }

    @Test
    void without_a_length_the_answer_lasts_until_the_end() throws IOException {
        Answer answer = read(OK + "\r\nuntil the end");
        assertThat(answer.text()).isEqualTo("until the end");
        assertThat(answer.keepsAlive()).isFalse();
    }

    @Test
    void interim_answers_are_passed_over() throws IOException {
        assertThat(read("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + OK + "Content-Length: 0\r\n\r\n")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void some_answers_have_no_body() throws IOException {
        assertThat(read("HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n")
                        .keepsAlive())
                .isTrue();
    }

    @Test
    void a_connection_that_the_server_gives_up_or_talks_on_is_not_kept() throws IOException {
        assertThat(read(OK + "Connection: close\r\nContent-Length: 0\r\n\r\n").keepsAlive())
                .isFalse();
        assertThat(read("HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n").keepsAlive())
                .isFalse();
        assertThat(read(OK + "Content-Length: 0\r\n\r\nmore").keepsAlive()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200 OK\r\nContent-Le",
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhell",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"
            })
    void an_answer_that_ends_too_soon_is_none(String torn) {
        assertThatThrownBy(() -> read(torn)).isInstanceOf(EOFException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH\r\n",
                "HTTP/2 200\r\n\r\n",
                "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx",
                "HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nxyz\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFF\r\n"
            })
    void what_is_not_http_or_too_much_is_refused(String broken) {
        assertThatThrownBy(() -> read(broken)).isInstanceOf(ProtocolException.class);
    }

    @Test
    void endless_lines_headers_and_bodies_have_an_end() {
        assertThatThrownBy(() -> read("x".repeat(9_000))).isInstanceOf(ProtocolException.class);
        assertThatThrownBy(() -> read(OK + "a: b\r\n".repeat(101) + "\r\n")).isInstanceOf(ProtocolException.class);
        assertThatThrownBy(() -> read(OK + "\r\n" + "x".repeat(1_001))).isInstanceOf(ProtocolException.class);
    }

    private static Answer read(String text) throws IOException {
        ByteArrayInputStream bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
        // Seven at a time, so that nothing is whole in one read.
        return new AnswerReader(new Input((into, from, most) -> bytes.read(into, from, Math.min(7, most))), 1_000)
                .read();
    }
}
