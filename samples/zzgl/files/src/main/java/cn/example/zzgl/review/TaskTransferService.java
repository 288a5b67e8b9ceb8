package cn.example.zzgl.review;

import cn.example.zzgl.common.BizException;
import cn.example.zzgl.common.NoticeSender;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 待办转移：审批人调岗、离岗时由机构管理员整体移交未办任务。
 *
 * @implements LD-REV-04
 */
@Service
public class TaskTransferService {

    private final ReviewMapper reviewMapper;
    private final NoticeSender noticeSender;

    public TaskTransferService(ReviewMapper reviewMapper, NoticeSender noticeSender) {
        this.reviewMapper = reviewMapper;
        this.noticeSender = noticeSender;
    }

    /**
     * 转移全部待办。已办任务保留原审批人，不随之变更。
     *
     * @param from 原审批人
     * @param to 接收人，须与原审批人同一机构并具备审批角色
     * @return 转移条数
     */
    @Transactional
    public int transferAll(long from, long to) {
        if (from == to) {
            throw new BizException("REV-2005", "接收人不能是原审批人");
        }
        int moved = reviewMapper.transferAll(from, to);
        if (moved > 0) {
            noticeSender.sendStation(to, "待办转移", "您收到 " + moved + " 件转移的待办，请及时处理");
        }
        return moved;
    }
}
