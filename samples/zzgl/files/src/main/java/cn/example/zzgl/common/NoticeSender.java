package cn.example.zzgl.common;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * 消息通知：站内消息写 t_notice，短信经省政务短信网关发送。
 *
 * @implements LD-COM-01
 */
@Component
public class NoticeSender {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeSender.class);
    private static final int SMS_MAX_CHARS = 70;

    private final JdbcTemplate jdbc;
    private final RestClient http = RestClient.create();

    @Value("${zzgl.sms.enabled:false}")
    private boolean smsEnabled;

    @Value("${zzgl.sms.gateway:}")
    private String gateway;

    public NoticeSender(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * 写一条站内消息。
     *
     * @param userId 接收人
     * @param title 标题
     * @param content 正文
     */
    public void sendStation(long userId, String title, String content) {
        jdbc.update("INSERT INTO t_notice (notice_id, user_id, title, content, read_flag, create_time)"
                + " VALUES (seq_notice.NEXTVAL, ?, ?, ?, 0, CURRENT_TIMESTAMP)", userId, title, content);
    }

    /**
     * 发送短信。网关异常只记日志，不影响业务事务。
     *
     * @param userId 接收人，手机号由网关按用户编号查取，本系统不留存
     * @param content 短信正文，超过 70 字时截断
     * @return 网关是否受理
     */
    public boolean sendSms(long userId, String content) {
        if (!smsEnabled) {
            return false;
        }
        String text = content.length() > SMS_MAX_CHARS ? content.substring(0, SMS_MAX_CHARS) : content;
        try {
            http.post().uri(gateway + "/send").body(new SmsRequest(userId, text)).retrieve().toBodilessEntity();
            return true;
        } catch (RestClientException e) {
            LOG.warn("短信网关未受理, userId={}, 原因={}", userId, e.getMessage());
            return false;
        }
    }

    private record SmsRequest(long userId, String content) {
    }
}
