package dev.drillbook.slack;

import static dev.drillbook.slack.Calls.ok;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest.FileDetails;
import java.io.IOException;
import java.util.List;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Files go to Slack in three steps: each is announced and its bytes are sent, then all are shown in one message. The
 * SDK's {@code filesUploadV2} does all in one call, which Slack's limits may keep from ever coming to its end.
 */
final class Parcels {
    private final MethodsClient slack;

    Parcels(MethodsClient slack) {
        this.slack = slack;
    }

    /** @return what to show; nobody sees it yet */
    FileDetails send(Document document, byte[] bytes) throws IOException, SlackApiException, NotOk {
        var announced = ok(() -> slack.filesGetUploadURLExternal(file -> file.filename(document.name())
                .length(bytes.length)
                .altTxt(document.alt().isEmpty() ? null : document.alt())));
        Request upload = new Request.Builder()
                .url(announced.getUploadUrl())
                .post(RequestBody.create(bytes))
                .build();
        upload(upload);
        return FileDetails.builder()
                .id(announced.getFileId())
                .title(document.title())
                .build();
    }

    private void upload(Request bytes) throws NotUploaded {
        try (Response answer =
                slack.getSlackHttpClient().getOkHttpClient().newCall(bytes).execute()) {
            if (!answer.isSuccessful())
                throw new SlackApiException(answer, answer.body().string());
        } catch (IOException | SlackApiException e) {
            throw new NotUploaded(e);
        }
    }

    void show(Place place, String comment, List<FileDetails> files) throws IOException, SlackApiException, NotOk {
        ok(() -> slack.filesCompleteUploadExternal(show -> show.files(files)
                .channelId(place.channel())
                .threadTs(place.thread().orElse(null))
                .initialComment(comment)));
    }
}
