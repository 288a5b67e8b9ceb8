package cn.example.zzgl;

import org.mybatis.spring.annotation.MapperScan;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** 证照综合管理系统启动类。 */
@SpringBootApplication
@EnableScheduling
@MapperScan(basePackages = "cn.example.zzgl", annotationClass = org.apache.ibatis.annotations.Mapper.class)
public class ZzglApplication {

    /**
     * 启动应用。
     *
     * @param args 命令行参数
     */
    public static void main(String[] args) {
        SpringApplication.run(ZzglApplication.class, args);
    }
}
