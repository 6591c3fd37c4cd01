/** Generated from docs/openapi.json by `pnpm generate`. Do not change by hand. */

export interface paths {
    "/api/v1/areas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Places_all"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/locate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Places_locate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Attachments_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attachments/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Attachments_content"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/call-backs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CallBack_page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/call-backs/{id}/acts/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CallBack_claim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/call-backs/{id}/acts/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CallBack_release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/call-backs/{id}/acts/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CallBack_report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/call-backs/{id}/contact-phone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CallBack_contactPhone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Routing_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Claim_redeem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaint-evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Evidence_page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaint-evidence/{id}/acts/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Evidence_send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Complaint_page"];
        put?: never;
        post: operations["Complaint_fileAboutService"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{id}/acts/addWords": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Complaint_addWords"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{id}/acts/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Complaint_answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{id}/acts/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Complaint_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{id}/acts/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Complaint_extend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{id}/acts/investigate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Complaint_investigate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{id}/acts/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Complaint_refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{id}/acts/respond": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Complaint_respond"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{id}/acts/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Complaint_void"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{id}/acts/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Complaint_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{id}/contact-phone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Complaint_contactPhone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/escalated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Complaint_escalated"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Complaint_mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/departments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["People_all"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/disclosure/rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Disclosure_rates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/disclosure/solved": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Disclosure_solved"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/entries/{scene}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Entries_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Export_page"];
        put?: never;
        post: operations["Export_ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Export_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/{id}/acts/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Export_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Export_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/{id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Export_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grid-assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Coverage_page"];
        put?: never;
        post: operations["Coverage_assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grid-assignments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Coverage_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grid-assignments/{id}/acts/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Coverage_revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grid-assignments/{id}/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Coverage_reported"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/household-register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Register_page"];
        put?: never;
        post: operations["Register_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/household-register/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Register_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/household-register/{id}/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Register_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/household-register/{id}/residents/{residentId}/id-number": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Register_idNumber"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/household-register/{id}/visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Register_visits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/households": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Household_page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/households/{id}/needs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Household_needs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/households/{id}/residents/{residentId}/id-number": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Household_idNumber"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/households/{id}/visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Household_visits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/households/door-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Household_sheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Limit_page"];
        put?: never;
        post: operations["Limit_set"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/limits/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Limit_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lookalikes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Lookalike_like"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/monthly-topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Monthly_page"];
        put?: never;
        post: operations["Monthly_choose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/monthly-topics/{id}/acts/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Monthly_finish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/monthly-topics/{id}/complaint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Monthly_complain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/monthly-topics/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Monthly_proposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/monthly-topics/public": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Monthly_published"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/need-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Patterns_groups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/need-groups/{id}/acts/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Patterns_merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/need-groups/{id}/acts/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Patterns_settle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Intake_submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Need_own"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs/{id}/acts/appeal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Need_appeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs/{id}/acts/ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["NeedDesk_ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs/{id}/acts/conclude": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["NeedDesk_conclude"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs/{id}/acts/correctCategory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Need_correctCategory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs/{id}/acts/dispatch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["NeedDesk_dispatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs/{id}/acts/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["NeedDesk_merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs/{id}/acts/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["NeedDesk_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs/{id}/acts/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["NeedDesk_reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs/{id}/acts/remind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Reminder_remind"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs/{id}/acts/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Need_reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs/{id}/acts/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["NeedDesk_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs/{id}/acts/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["NeedDesk_split"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs/{id}/acts/supply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Need_supply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs/{id}/acts/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Need_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs/{id}/complaint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Complaint_ofNeed"];
        put?: never;
        post: operations["Complaint_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs/{id}/follow-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["FollowUp_ofNeed"];
        put?: never;
        post: operations["FollowUp_say"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs/{id}/merged": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["NeedDesk_merged"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs/{id}/rating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Rating_rate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs/{id}/why": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["NeedDesk_whyThere"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Need_mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Notices_page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Notices_read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Notices_readAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outbox/given-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Outbox_page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outbox/given-up/{id}/again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Outbox_again"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["People_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/me/phone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["People_phone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/me/phone/typed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["People_typedPhone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/me/real-name": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["People_realName"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/phone-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Sessions_requestCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/progress/{receiptNo}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Need_progress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/repeated-needs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Patterns_repeated"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/routing/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Rules_check"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/routing/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Rules_page"];
        put?: never;
        post: operations["Rules_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/routing/rules/{ruleId}/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Rules_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/routing/rules/{ruleId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Rules_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/routing/trial": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Rules_trial"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/safety/flagged": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Flagged_page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/safety/flagged/{id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Flagged_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scores": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Scores_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scores/exclusions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Exclusion_page"];
        put?: never;
        post: operations["Exclusion_propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scores/exclusions/{id}/acts/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Exclusion_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scores/exclusions/{id}/acts/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Exclusion_decline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scores/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Scores_items"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scores/schemes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Scheme_read"];
        put?: never;
        post: operations["Scheme_set"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["Sessions_signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/phone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Sessions_byPhone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Sessions_refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Sessions_byPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/wechat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Sessions_byWeChat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Setup_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Notices_list"];
        put?: never;
        post: operations["Notices_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supervision-orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SupervisionOrder_page"];
        put?: never;
        post: operations["SupervisionOrder_supervise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supervision-orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SupervisionOrder_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supervision-orders/{id}/acts/askAgain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SupervisionOrder_askAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supervision-orders/{id}/acts/feedBack": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SupervisionOrder_feedBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supervision-orders/{id}/acts/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SupervisionOrder_revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supervision-orders/{id}/acts/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SupervisionOrder_settle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supervision-orders/{id}/acts/takeUp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SupervisionOrder_takeUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supervision-orders/listed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SupervisionOrder_listed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Sync_take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sync/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Sync_since"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sync/key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Sync_key"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Topic_page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics/{id}/acts/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Topic_merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics/{id}/needs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Topic_members"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics/growing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Topic_growingOnes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/triage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Triage_page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/visits/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Coverage_of"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/visits/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Coverage_map"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wechat/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["WeChatEvents_take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Calendar_all"];
        put?: never;
        post: operations["Calendar_load"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-calendar/hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Calendar_allHours"];
        put?: never;
        post: operations["Calendar_setHours"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["WorkOrder_page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["WorkOrder_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-orders/{id}/acts/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["WorkOrder_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-orders/{id}/acts/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["WorkOrder_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-orders/{id}/acts/assist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Assisting_assist"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-orders/{id}/acts/contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["WorkOrder_contact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-orders/{id}/acts/decideExtension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Extending_decideExtension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-orders/{id}/acts/decideReturn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["WorkOrder_decideReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-orders/{id}/acts/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Extending_extend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-orders/{id}/acts/requestReturn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["WorkOrder_requestReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-orders/{id}/acts/sendBack": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["WorkOrder_sendBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-orders/{id}/acts/submitAnswer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["WorkOrder_submitAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-orders/{id}/acts/waive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Assisting_waive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-orders/{id}/contact-phone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["WorkOrder_contactPhone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-orders/{id}/sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["OrderSheet_sheet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-orders/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["WorkOrder_counts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-orders/extensions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Extending_waiting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AcceptedBody: {
            /** @description Template ids that wx.requestSubscribeMessage answered with "accept": one message for each */
            accepted: string[];
        };
        AnswerBody: {
            attachmentIds?: string[];
            /** @description When and where the photos were taken, where no photo says both and the category asks for it */
            evidenceNote?: string;
            result: components["schemas"]["AnswerResult"];
            text: string;
        };
        AnswerComplaintBody: {
            finding: components["schemas"]["ComplaintFinding"];
            measure: string;
            /**
             * Format: date
             * @description By when, where it takes time
             * @example 2026-12-31
             */
            measureUntil?: string;
        };
        /** @enum {string} */
        AnswerResult: "solved" | "partlySolved" | "explained" | "transferred";
        AnswerView: {
            /** Format: date-time */
            at: string;
            attachments: components["schemas"]["AttachmentView"][];
            departmentName: string;
            result: components["schemas"]["AnswerResult"];
            text: string;
        };
        ApproveBody: {
            note?: string;
        };
        AreaHoursBody: {
            /** @description A district or a street */
            areaId: string;
            /**
             * @description In order. Empty: those of the area above, in the end 09:00–12:00 and 14:00–18:00
             * @example [
             *       "09:00-12:00",
             *       "14:00-18:00"
             *     ]
             */
            hours: string[];
        };
        AreaHoursList: {
            items: components["schemas"]["AreaHoursView"][];
        };
        AreaHoursView: {
            areaId: string;
            hours: string[];
        };
        /** @enum {string} */
        AreaLevel: "district" | "street" | "community" | "grid";
        AreaList: {
            items: components["schemas"]["AreaView"][];
        };
        AreaView: {
            id: string;
            /** @description Of its centre, GCJ-02 */
            latitude: number;
            /** @enum {string} */
            level: "district" | "street" | "community" | "grid";
            /** @description Of its centre, GCJ-02 */
            longitude: number;
            /** @example 望江社区 */
            name: string;
            parentId: string | null;
            /** @description The town or street that it belongs to */
            streetName: string | null;
        };
        AskBody: {
            question: string;
        };
        AspectLevelsDto: {
            /** @enum {number} */
            effect?: 1 | 2 | 3 | 4 | 5;
            /** @enum {number} */
            manner?: 1 | 2 | 3 | 4 | 5;
            /** @enum {number} */
            reply?: 1 | 2 | 3 | 4 | 5;
            /** @enum {number} */
            speed?: 1 | 2 | 3 | 4 | 5;
        };
        AssignBody: {
            /** @description All grids of this area get it */
            areaId: string;
            choices?: string[];
            /**
             * @description The last day
             * @example 2026-12-05
             */
            dueOn: string;
            kind: components["schemas"]["GridTaskKind"];
            /** @description For each household, or once */
            scope: components["schemas"]["GridTaskScope"];
            text: string;
            title: string;
        };
        AssignmentPage: {
            items: components["schemas"]["AssignmentSummary"][];
            nextCursor: string | null;
        };
        AssignmentSummary: {
            areaName: string;
            /** Format: date-time */
            assignedAt: string;
            assignedByName: string;
            /** @example 2026-12-05 */
            dueOn: string;
            id: string;
            isRevoked: boolean;
            reported: number;
            title: string;
            total: number;
        };
        AssignmentView: {
            areaName: string;
            /** Format: date-time */
            assignedAt: string;
            assignedByName: string;
            choices: string[];
            /** @example 2026-12-05 */
            dueOn: string;
            grids: components["schemas"]["GridProgress"][];
            id: string;
            isRevoked: boolean;
            kind: components["schemas"]["GridTaskKind"];
            reported: number;
            scope: components["schemas"]["GridTaskScope"];
            text: string;
            title: string;
            total: number;
        };
        AssistBody: {
            departmentIds: string[];
            reason: string;
        };
        AttachmentForm: {
            /** Format: binary */
            file: string;
            /** @description GCJ-02 */
            latitude?: number;
            /** @description GCJ-02 */
            longitude?: number;
            /**
             * Format: date-time
             * @description When it was taken; a photo may say it itself
             */
            takenAt?: string;
        };
        AttachmentView: {
            /** @description Size as stored */
            bytes: number;
            /** @example image/jpeg */
            contentType: string;
            /** @description Of voice and video, where the file says so */
            durationSeconds: number | null;
            /** @description Whether it is known where it was taken */
            hasPlace: boolean;
            /** @description Whether it is known when it was taken */
            hasTime: boolean;
            id: string;
            /** @enum {string} */
            kind: "photo" | "voice" | "video";
            /** @description Signed, relative to the server; photos only */
            thumbnailUrl: string | null;
            /** @description Signed, relative to the server */
            url: string;
        };
        CalendarBody: {
            /**
             * @description Dates in full
             * @example [
             *       "2027-01-01"
             *     ]
             */
            holidays: string[];
            /**
             * @description Dates in full
             * @example [
             *       "2027-01-01"
             *     ]
             */
            makeUpWorkdays: string[];
            /**
             * @description The notice that says so
             * @example 国办发明电〔2026〕7号
             */
            source: string;
            /** @example 2027 */
            year: number;
        };
        CalendarView: {
            items: components["schemas"]["CalendarYearView"][];
            /** @description An alarm: due times that reach into these years are provisional until they are loaded */
            missingYears: number[];
        };
        CalendarYearView: {
            holidays: string[];
            /** Format: date-time */
            loadedAt: string;
            makeUpWorkdays: string[];
            source: string;
            year: number;
        };
        CallBackPage: {
            items: components["schemas"]["CallBackView"][];
            nextCursor: string | null;
        };
        /** @enum {string} */
        CallBackReason: "badRating" | "unrated" | "complaint";
        /** @enum {string} */
        CallBackState: "waiting" | "reached" | "notReached" | "dropped";
        CallBackView: {
            answer: components["schemas"]["CalledAnswer"] | null;
            /** @description The street or town */
            areaName: string | null;
            /**
             * Format: date-time
             * @description From when on it can be made; once over, when that was
             */
            availableAt: string;
            /** @description Who is on the phone */
            claimedByName: string | null;
            departmentName: string | null;
            id: string;
            isAccepted: boolean | null;
            /** @description Its time has come */
            isAvailable: boolean;
            /** @description The reader is */
            isMine: boolean;
            isSolved: boolean | null;
            /** @enum {number|null} */
            level: 1 | 2 | 3 | 4 | 5 | null;
            phoneMasked: string | null;
            rating: components["schemas"]["CalledRating"] | null;
            reason: components["schemas"]["CallBackReason"];
            receiptNo: string | null;
            state: components["schemas"]["CallBackState"];
            title: string;
            /** @description Calls that nobody answered */
            tries: number;
            words: string | null;
            /** @description The newest order of the need */
            workOrderId: string | null;
        };
        CalledAnswer: {
            finding: components["schemas"]["ComplaintFinding"] | null;
            measure: string | null;
        };
        CalledRating: {
            /** @enum {number} */
            level: 1 | 2 | 3 | 4 | 5;
            solved: boolean | null;
            tags: string[];
            words: string | null;
        };
        /** @enum {string} */
        CareMark: "aged80" | "livingAlone" | "disabled" | "lowIncome" | "newborn";
        CategoryList: {
            items: components["schemas"]["CategoryView"][];
        };
        CategoryMonthView: {
            /** @example 2026-10 */
            month: string;
            needs: number;
            needsBefore: number;
            rated: number;
            solved: number;
        };
        CategoryView: {
            /** @description An answer needs a photo */
            evidenceRequired: boolean;
            id: string;
            /** @enum {number} */
            level: 1 | 2;
            name: string;
            parentId: string | null;
            urgency: components["schemas"]["Urgency"];
        };
        ChangesView: {
            /** @description To be kept together with what came, and given next time */
            cursor: string;
            /** @description All grids of the worker, each time */
            grids: components["schemas"]["GridView"][];
            /** @description Whole, with all residents: replaces what the phone has */
            households: components["schemas"]["HouseholdView"][];
            /** @description Whether there is more to fetch at once */
            more: boolean;
            /** Format: date-time */
            serverTime: string;
            /** @description Whole: replaces what the phone has */
            tasks: components["schemas"]["GridTaskView"][];
            tombstones: components["schemas"]["Tombstone"][];
        };
        ChooseTopicBody: {
            categoryId: string;
            departmentId: string;
            /**
             * @description A day to come, Shanghai
             * @example 2026-12-31
             */
            dueOn: string;
            /**
             * @description Whose figures led to it
             * @example 2026-10
             */
            month: string;
            owner: string;
            plan: string;
        };
        ChosenTopic: {
            id: string;
        };
        ClaimBody: {
            /**
             * @description Blanks and strokes do not count
             * @example 0123456789
             */
            code: string;
            /** @example MS20261121-0042-7 */
            receiptNo: string;
        };
        ClaimView: {
            /** @description One’s own need from now on */
            needId: string;
        };
        ClosedNeedAct: {
            act: components["schemas"]["NeedAct"];
            /** @description Why it is refused now, in plain words */
            why: string;
        };
        ClosedOrderAct: {
            act: components["schemas"]["WorkOrderAct"];
            /** @description Why it is refused now, in plain words */
            why: string;
        };
        ComplainantPhone: {
            phone: string | null;
        };
        /** @enum {string} */
        ComplaintAct: "file" | "addWords" | "respond" | "investigate" | "extend" | "answer" | "confirm" | "refuse" | "escalate" | "giveUp" | "withdraw" | "void";
        ComplaintAnswerView: {
            /** @description The person who answered */
            answererName: string | null;
            finding: components["schemas"]["ComplaintFinding"];
            measure: string;
            /** Format: date */
            measureUntil: string | null;
        };
        ComplaintCase: {
            about: components["schemas"]["ComplaintSubject"];
            allowedActs: components["schemas"]["ComplaintAct"][];
            /** @description The last one */
            answer: components["schemas"]["ComplaintAnswerView"] | null;
            /**
             * Format: date-time
             * @description By when it is answered
             */
            answerDueAt: string;
            areaName: string | null;
            attachments: components["schemas"]["AttachmentView"][];
            /** @description Who is accused */
            departmentName: string | null;
            /**
             * Format: date-time
             * @description By when the next step has to be there
             */
            dueAt: string;
            /**
             * Format: date-time
             * @description Since when it is public
             */
            escalatedAt: string | null;
            escalationCause: components["schemas"]["EscalationCause"] | null;
            /** @description What the accused department was asked */
            evidence: components["schemas"]["EvidenceView"] | null;
            /** Format: date-time */
            filedAt: string;
            id: string;
            /** @description Void by two supervisors, not withdrawn */
            isDismissed: boolean;
            /** @description The next step is not there, and its time is over */
            isOverdue: boolean;
            /** @description None when it is about a project or the service */
            needId: string | null;
            needTitle: string | null;
            phoneMasked: string | null;
            /** @description When it is about a project */
            projectTitle: string | null;
            receiptNo: string | null;
            /** @description How often it was looked into again */
            rechecks: number;
            respondedAt: string | null;
            /** @description The person who responded */
            responderName: string | null;
            /**
             * Format: date-time
             * @description 24 clock hours after filing
             */
            responseDueAt: string;
            responseNote: string | null;
            responseWay: components["schemas"]["ContactWay"] | null;
            state: components["schemas"]["ComplaintState"];
            /** @description The state in the words of the complainant */
            stateWords: string;
            /** @description Why somebody has signed that it is void */
            voidReason: string | null;
            /** @description Who has signed that first */
            voidSignerName: string | null;
            words: string | null;
            /** @description The newest order of the need */
            workOrderId: string | null;
        };
        /** @enum {string} */
        ComplaintFinding: "true" | "partlyTrue" | "untrue";
        ComplaintOfNeed: {
            /** @description The newest; null when there is none */
            complaint: components["schemas"]["ComplaintView"] | null;
        };
        ComplaintPage: {
            items: components["schemas"]["ComplaintCase"][];
            nextCursor: string | null;
        };
        ComplaintSaidBody: {
            attachmentIds?: string[];
            /** @description Words can also follow later */
            words?: string;
        };
        /** @enum {string} */
        ComplaintState: "filed" | "responded" | "investigating" | "answered" | "resolved" | "rechecking" | "escalated" | "unresolved" | "void";
        /** @enum {string} */
        ComplaintSubject: "need" | "answer" | "project" | "service";
        ComplaintView: {
            about: components["schemas"]["ComplaintSubject"];
            allowedActs: components["schemas"]["ComplaintAct"][];
            /** @description The last one */
            answer: components["schemas"]["ComplaintAnswerView"] | null;
            /**
             * Format: date-time
             * @description By when it is answered
             */
            answerDueAt: string;
            attachments: components["schemas"]["AttachmentView"][];
            /**
             * Format: date-time
             * @description By when the next step has to be there
             */
            dueAt: string;
            /**
             * Format: date-time
             * @description Since when it is public
             */
            escalatedAt: string | null;
            escalationCause: components["schemas"]["EscalationCause"] | null;
            /** Format: date-time */
            filedAt: string;
            id: string;
            /** @description Void by two supervisors, not withdrawn */
            isDismissed: boolean;
            /** @description The next step is not there, and its time is over */
            isOverdue: boolean;
            /** @description None when it is about a project or the service */
            needId: string | null;
            /** @description When it is about a project */
            projectTitle: string | null;
            receiptNo: string | null;
            /** @description How often it was looked into again */
            rechecks: number;
            respondedAt: string | null;
            /** @description The person who responded */
            responderName: string | null;
            /**
             * Format: date-time
             * @description 24 clock hours after filing
             */
            responseDueAt: string;
            responseWay: components["schemas"]["ContactWay"] | null;
            state: components["schemas"]["ComplaintState"];
            /** @description The state in the words of the complainant */
            stateWords: string;
            words: string | null;
        };
        ConcludeBody: {
            reason: string;
        };
        ContactBody: {
            how: components["schemas"]["ContactWay"];
            note: string;
        };
        ContactPhoneBody: {
            reason: string;
        };
        /** @enum {string} */
        ContactWay: "phone" | "visit" | "wechat";
        CorrectCategoryBody: {
            categoryId: string;
        };
        Correction: {
            figure: components["schemas"]["Figure"];
            frozen: number;
            now: number;
        };
        CoverageRow: {
            areaId: string;
            households: number;
            level: components["schemas"]["AreaLevel"];
            name: string;
            /** @description Visits at which nobody was met */
            unmet: number;
            /** @description Of whom nobody was met for 60 days */
            unvisited60: number;
            /** @description Of whom nobody was met for 90 days */
            unvisited90: number;
            /** @description Households of which somebody was met in the month */
            visited: number;
            visits: number;
        };
        CoverageView: {
            /** @example 2026-11 */
            month: string;
            /** @description The next level below, in the order of their codes */
            parts: components["schemas"]["CoverageRow"][];
            whole: components["schemas"]["CoverageRow"];
        };
        /** @enum {string} */
        DangerKind: "fire" | "gas" | "injury" | "suicide" | "crime";
        DatedSchemeView: {
            contact: number;
            fairlySatisfied: number;
            reason: string;
            satisfaction: number;
            solved: number;
            validFrom: string;
        };
        DecideBody: {
            /**
             * @description hide: only staff still see the photo
             * @enum {string}
             */
            decision: "keep" | "hide";
        };
        DecideExtensionBody: {
            isGranted: boolean;
            note: string;
        };
        DecideReturnBody: {
            departmentId: string;
            note: string;
        };
        DemoAccount: {
            account: string;
            departmentName: string | null;
            name: string;
            password: string;
            roles: components["schemas"]["Role"][];
        };
        DepartmentList: {
            items: components["schemas"]["DepartmentView"][];
        };
        DepartmentName: {
            id: string;
            name: string;
        };
        DepartmentView: {
            id: string;
            /** @enum {string} */
            kind: "bureau" | "utility" | "town" | "street";
            name: string;
        };
        DeskAnswerView: {
            /** Format: date-time */
            at: string;
            attachments: components["schemas"]["AttachmentView"][];
            departmentName: string;
            /** @description When and where the photos were taken */
            evidenceNote: string | null;
            result: components["schemas"]["AnswerResult"];
            text: string;
        };
        DeskEvent: {
            /** Format: date-time */
            at: string;
            attachments: components["schemas"]["AttachmentView"][];
            byName: string | null;
            detail: string | null;
            words: string;
        };
        DeskMasterView: {
            needId: string;
            receiptNo: string;
            title: string;
        };
        DispatchBody: {
            /** @description Departments that assist */
            assistingIds?: string[];
            categoryId: string;
            departmentId?: string;
        };
        DistrictView: {
            center: components["schemas"]["PointView"];
            name: string;
        };
        DoorPage: {
            items: components["schemas"]["DoorView"][];
            nextCursor: string | null;
        };
        DoorView: {
            /** @example 3 号楼 */
            building: string;
            gridId: string;
            gridName: string;
            id: string;
            /** Format: date-time */
            lastMetAt: string | null;
            /** @example 501 */
            room: string;
            /** @example 2 单元 */
            unit: string;
            /**
             * Format: date-time
             * @description For the lists of 60 and 90 days
             */
            unvisitedSince: string;
        };
        /** @enum {string} */
        DueFilter: "overdue" | "soon" | "later";
        EndLimitBody: {
            /**
             * @description Last day, included; today or later
             * @example 2026-12-31
             */
            validUntil: string;
        };
        EndRuleBody: {
            /** Format: date-time */
            validUntil?: string;
        };
        EntryView: {
            /** @description The same area, to fill a place in with */
            area: components["schemas"]["AreaView"] | null;
            areaId: string | null;
            departmentId: string | null;
            /** @enum {string} */
            kind: "door" | "hall" | "department";
            /** @description Where one is, for the screen */
            words: string;
        };
        /** @enum {string} */
        EscalationCause: "refused" | "overdue" | "repeated";
        /** @enum {string} */
        EvidenceList: "asked" | "sent";
        EvidencePage: {
            items: components["schemas"]["EvidenceView"][];
            nextCursor: string | null;
        };
        EvidenceView: {
            /** Format: date-time */
            askedAt: string;
            attachments: components["schemas"]["AttachmentView"][];
            /** Format: date-time */
            dueAt: string;
            id: string;
            isOverdue: boolean;
            question: string;
            receiptNo: string | null;
            /** @description Who sent it */
            senderName: string | null;
            /** Format: date-time */
            sentAt: string | null;
            text: string | null;
            title: string;
        };
        ExclusionPage: {
            items: components["schemas"]["ExclusionView"][];
            nextCursor: string | null;
        };
        /** @enum {string} */
        ExclusionState: "proposed" | "confirmed" | "declined";
        ExclusionView: {
            /** Format: date-time */
            decidedAt: string | null;
            decidedBy: string | null;
            departmentName: string | null;
            id: string;
            /** @description Somebody else proposed it, and it is open */
            mayConfirm: boolean;
            needId: string;
            /** Format: date-time */
            proposedAt: string;
            proposedBy: string | null;
            reason: string;
            receiptNo: string;
            state: components["schemas"]["ExclusionState"];
            title: string;
        };
        /** @enum {string} */
        ExportFormat: "csv" | "xlsx" | "docx";
        ExportLinkView: {
            /** @description Relative to the server, good for two minutes */
            url: string;
        };
        ExportPage: {
            items: components["schemas"]["ExportView"][];
            nextCursor: string | null;
        };
        /** @enum {string} */
        ExportState: "waiting" | "running" | "done" | "cancelled" | "failed" | "expired";
        ExportView: {
            bytes: number | null;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the file is thrown away
             */
            expiresAt: string | null;
            /** @description Why it failed, and what to do */
            failure: string | null;
            format: components["schemas"]["ExportFormat"];
            /**
             * @description First day, Shanghai
             * @example 2026-11-01
             */
            from: string;
            id: string;
            purpose: string;
            /** @description null before it begins */
            rowsTotal: number | null;
            rowsWritten: number;
            scope: components["schemas"]["ScopeView"];
            state: components["schemas"]["ExportState"];
            /**
             * @description Last day, included
             * @example 2026-11-30
             */
            to: string;
        };
        ExtendBody: {
            reason: string;
            workdays: number;
        };
        ExtendComplaintBody: {
            reason: string;
            workdays: number;
        };
        ExtensionItem: {
            areaName: string;
            attachmentsCount: number;
            categoryName: string;
            department: components["schemas"]["NamedView"];
            /** Format: date-time */
            dispatchedAt: string;
            /** Format: date-time */
            dueAt: string;
            extension: components["schemas"]["ExtensionView"] | null;
            /** @description 绿色通道: of a household with a mark for special care, which is not said */
            greenChannel: boolean;
            id: string;
            isOverdue: boolean;
            light: components["schemas"]["Light"];
            needId: string;
            receiptNo: string;
            /** @description How often the resident has chased */
            remindersCount: number;
            /** @enum {string} */
            role: "lead" | "assist";
            round: number;
            state: components["schemas"]["WorkOrderState"];
            title: string;
            urgency: components["schemas"]["Urgency"];
        };
        ExtensionPage: {
            items: components["schemas"]["ExtensionItem"][];
            nextCursor: string | null;
        };
        ExtensionView: {
            /** Format: date-time */
            askedAt: string;
            /** @description Null while a supervisor has not decided */
            isGranted: boolean | null;
            note: string | null;
            reason: string;
            /**
             * Format: date-time
             * @description When the order is due with it, also while it is not decided
             */
            until: string | null;
            workdays: number;
        };
        FeedbackBody: {
            text: string;
        };
        /** @enum {string} */
        Figure: "filed" | "dispatched" | "dispatchedOnce" | "supervised" | "replyDue" | "repliedInTime" | "disclosable" | "disclosed" | "ordered" | "returnAsked" | "acceptDue" | "acceptedInTime" | "contactDue" | "contactedInTime" | "answerDue" | "answered" | "answeredInTime" | "openOverdue" | "leadAnswered" | "reworked" | "rated" | "contacted" | "solved" | "satisfied" | "fairlySatisfied" | "byTap" | "sentBack" | "unrated" | "notReached" | "excluded" | "withdrawn" | "rejected" | "merged" | "concluded" | "complained" | "complaintResponseDue" | "complaintRespondedInTime" | "complaintDecided" | "complaintResolved" | "complaintVoid";
        FindingView: {
            /** @description Null: everywhere */
            area: components["schemas"]["RuleName"] | null;
            category: components["schemas"]["RuleName"] | null;
            department: components["schemas"]["RuleName"] | null;
            kind: components["schemas"]["RuleFindingKind"];
            rules: components["schemas"]["RuleView"][];
        };
        FinishTopicBody: {
            result: string;
        };
        FlaggedPage: {
            items: components["schemas"]["FlaggedView"][];
            nextCursor: string | null;
        };
        FlaggedView: {
            /** @description The photo in question */
            attachment: components["schemas"]["AttachmentView"] | null;
            /** Format: date-time */
            filedAt: string;
            id: string;
            /** @enum {string} */
            kind: "text" | "photo";
            needId: string;
            /**
             * @description Why, in words
             * @example 涉嫌广告
             */
            reason: string;
            receiptNo: string;
            /** @enum {string} */
            suggest: "pass" | "review" | "risky";
            /** @description The words in question */
            text: string | null;
            title: string;
        };
        FollowUpBody: {
            /** @description Whether what was done still holds */
            holds: boolean;
        };
        FollowUpOfNeed: {
            /** @description Null while nothing was asked */
            followUp: components["schemas"]["FollowUpView"] | null;
        };
        FollowUpView: {
            /** Format: date-time */
            askedAt: string;
            /** @description The answer; null while there is none */
            holds: boolean | null;
            /** @description Whether it can be answered now */
            isOpen: boolean;
        };
        GivenUpPage: {
            items: components["schemas"]["GivenUpView"][];
            nextCursor: string | null;
        };
        GivenUpView: {
            attempts: number;
            /** Format: date-time */
            createdAt: string;
            id: string;
            /** @description Where it should go */
            lane: string;
            /** @description Why it failed last, for a technician */
            lastError: string | null;
            needId: string;
            topic: string;
        };
        GridProgress: {
            gridId: string;
            gridName: string;
            reported: number;
            total: number;
        };
        /** @enum {string} */
        GridTaskKind: "check" | "notice" | "survey";
        /** @enum {string} */
        GridTaskScope: "household" | "grid";
        GridTaskView: {
            /** @description Of which one is tapped; none for free words */
            choices: string[];
            /** @example 2026-12-05 */
            dueOn: string;
            gridId: string;
            id: string;
            kind: components["schemas"]["GridTaskKind"];
            reported: number;
            /** @description Of a task for each household: those that are done */
            reportedHouseholdIds: string[];
            scope: components["schemas"]["GridTaskScope"];
            text: string;
            title: string;
            total: number;
        };
        GridView: {
            communityName: string;
            id: string;
            name: string;
        };
        GroupMember: {
            /** @description The need's id */
            id: string;
            receiptNo: string;
            state: components["schemas"]["NeedState"];
            /** Format: date-time */
            submittedAt: string;
            title: string;
        };
        GrowingTopicsView: {
            /** @description The fastest first */
            items: components["schemas"]["GrowingTopicView"][];
            /**
             * Format: date-time
             * @description null: there are none
             */
            madeAt: string | null;
            scope: components["schemas"]["ScopeView"];
        };
        GrowingTopicView: {
            areaName: string;
            id: string;
            needs: number;
            /** @description In the last week; who writes again is one */
            persons: number;
            /** @description Persons a week in the four weeks before */
            personsBefore: number;
            /** @description Place and problem */
            title: string;
        };
        GuessView: {
            category: components["schemas"]["NeedCategoryView"];
            /** @description 0–1 */
            confidence: number;
            department: components["schemas"]["NamedView"] | null;
            /** @description The department is the one whose code had been scanned */
            isScanned: boolean;
        };
        HourSpanBody: {
            /** @description Full hour of the day, Shanghai */
            from: number;
            /** @description Not included; smaller than `from` goes over midnight */
            until: number;
        };
        HouseholdAddBody: {
            /** @example 3 号楼 */
            building: string;
            /** @description One of one’s own grids */
            gridId: string;
            marks?: components["schemas"]["CareMark"][];
            note?: string | null;
            /** @description Who lives there */
            residents?: components["schemas"]["HouseholdResidentBody"][];
            /** @example 501 */
            room: string;
            /** @example 2 单元 */
            unit?: string;
        };
        HouseholdChangeBody: {
            householdId: string;
            /**
             * @description The door is not there any more: pulled down, or made one with another
             * @enum {boolean}
             */
            isGone?: true;
            marks?: components["schemas"]["CareMark"][];
            note?: string | null;
            /** @description All of them: whoever is missing is gone */
            residents?: components["schemas"]["HouseholdResidentBody"][];
        };
        HouseholdNeedBody: {
            attachmentIds?: string[];
            householdId: string;
            /** @description When it is not the one that is kept of the resident */
            phone?: string | null;
            /** @description Where the matter is, when it is not at the door */
            place?: components["schemas"]["PlaceBody"] | null;
            /** @description For whom; also by the `localId` under which they were entered before. Without it, for somebody of the household who is not on the list; `phone` says who, or the card is all they have */
            residentId?: string | null;
            text: string;
            /**
             * Format: uuid
             * @description The operation of the visit from which it comes
             */
            visitOperationId?: string | null;
        };
        HouseholdNeedPage: {
            items: components["schemas"]["HouseholdNeedView"][];
            nextCursor: string | null;
        };
        HouseholdNeedView: {
            /** @description For another card, as long as nobody has redeemed one */
            claimCode: string | null;
            /** Format: date-time */
            filedAt: string;
            needId: string;
            /** @example MS20261121-0042-7 */
            receiptNo: string;
            /** @description For whom */
            residentName: string | null;
            state: components["schemas"]["NeedState"];
            title: string;
        };
        HouseholdPage: {
            items: components["schemas"]["HouseholdView"][];
            nextCursor: string | null;
        };
        HouseholdResidentBody: {
            /** @description Of one who is on the list already; none for somebody new */
            id?: string | null;
            /** @description Left out: as before. Null: none */
            idNumber?: string | null;
            /**
             * Format: uuid
             * @description What the phone calls somebody new; told again, it is the same person
             */
            localId?: string | null;
            name: string;
            /** @description Left out: as before. Null: none */
            phone?: string | null;
            /** @example 户主 */
            relation?: string | null;
        };
        HouseholdResidentView: {
            id: string;
            idNumberMasked: string | null;
            /** @description What the phone that entered them calls them */
            localId?: string;
            name: string;
            phoneMasked: string | null;
            relation: string | null;
        };
        HouseholdView: {
            /** @example 3 号楼 */
            building: string;
            /** @description What the code on the door says */
            doorCode: string;
            gridId: string;
            id: string;
            /** Format: date-time */
            lastMetAt: string | null;
            /** @description The newest three, the newest first */
            latestVisits: components["schemas"]["LatestVisitView"][];
            marks: components["schemas"]["CareMark"][];
            /** @example 2026-12-05 */
            nextVisitOn: string | null;
            note: string | null;
            residents: components["schemas"]["HouseholdResidentView"][];
            /** @example 501 */
            room: string;
            /** @example 2 单元 */
            unit: string;
            /**
             * Format: date-time
             * @description For the lists of 60 and 90 days
             */
            unvisitedSince: string;
            /** @description To be given as `baseVersion` when it is changed */
            version: number;
        };
        IdNumberReadBody: {
            /** @description Is written down with who reads it and when */
            reason: string;
        };
        IdNumberView: {
            idNumber: string | null;
        };
        InvestigateBody: {
            /** @description A complex one has 15 workdays */
            isComplex?: boolean;
            /** @description What the accused department is asked */
            question: string;
        };
        /** @enum {string} */
        ItemListing: "counted" | "added";
        /**
         * @description As counted now; as counted when frozen; partly: some month was frozen before lists were kept; unlisted: all were, so as counted now
         * @enum {string}
         */
        ItemsAs: "now" | "frozen" | "partly" | "unlisted";
        LatestVisitView: {
            /** @description How many photos and recordings */
            files: number;
            id: string;
            meeting: components["schemas"]["Meeting"];
            /** @description Who was met */
            residentName: string | null;
            /** @description How it begins; the whole of it is under `visits` */
            said: string | null;
            tags: components["schemas"]["VisitTag"][];
            /** Format: date-time */
            visitedAt: string;
        };
        /** @enum {string} */
        Light: "green" | "yellow" | "red";
        LimitBody: {
            amount: number;
            /** @description A community, a street or a district. Without: everywhere */
            areaId?: string;
            /** @description A category or a field. Without: of every category */
            categoryId?: string;
            kind: components["schemas"]["LimitedClock"];
            unit: components["schemas"]["LimitUnit"];
            /** @description Without: of every urgency */
            urgency?: components["schemas"]["Urgency"];
            /**
             * @description First day, Shanghai; today or later
             * @example 2026-12-01
             */
            validFrom: string;
            /**
             * @description Last day, included. Without: until it is ended
             * @example 2026-12-31
             */
            validUntil?: string;
        };
        LimitDecidedView: {
            amount: number;
            /** @description Whose word it is: of the routing rule, of the limits of the city, or of the common table */
            source: components["schemas"]["LimitSource"];
            unit: components["schemas"]["LimitUnit"];
        };
        /** @enum {string} */
        LimitedClock: "dispatch" | "accept" | "contact" | "answer";
        LimitPage: {
            items: components["schemas"]["LimitView"][];
            nextCursor: string | null;
        };
        /**
         * @description Whose word it is: of the routing rule, of the limits of the city, or of the common table
         * @enum {string}
         */
        LimitSource: "rule" | "city" | "table";
        /** @enum {string} */
        LimitUnit: "minutes" | "hours" | "workingHours" | "workdays";
        LimitView: {
            amount: number;
            areaId: string | null;
            /** @description Of `areaId` */
            areaName: string | null;
            categoryId: string | null;
            /** Format: date-time */
            createdAt: string;
            id: string;
            kind: components["schemas"]["LimitedClock"];
            unit: components["schemas"]["LimitUnit"];
            urgency: components["schemas"]["Urgency"] | null;
            validFrom: string;
            validUntil: string | null;
        };
        ListedSupervision: {
            areaName: string;
            /** @description Null while nobody has decided what it is */
            categoryName: string | null;
            cause: components["schemas"]["SupervisionCause"];
            departmentName: string | null;
            /** Format: date-time */
            dueAt: string;
            id: string;
            isOverdue: boolean;
            /** Format: date-time */
            issuedAt: string;
            /** @enum {number} */
            level: 1 | 2 | 3;
            /** Format: date-time */
            settledAt: string | null;
            state: components["schemas"]["SupervisionState"];
        };
        ListedSupervisionPage: {
            items: components["schemas"]["ListedSupervision"][];
            nextCursor: string | null;
        };
        LocatedArea: {
            /** @description The community; null outside of the district */
            area: components["schemas"]["AreaView"] | null;
        };
        LookalikeList: {
            /** @description At most five, the likeliest first */
            items: components["schemas"]["LookalikeView"][];
        };
        LookalikePhoto: {
            thumbnailUrl: string | null;
            /** @description Signed, relative to the server */
            url: string;
        };
        LookalikesBody: {
            /** @description A community or grid, when there are no coordinates */
            areaId?: string;
            place?: components["schemas"]["PlaceBody"];
            text: string;
        };
        LookalikeView: {
            areaName: string;
            categoryName: string;
            departmentName: string | null;
            /** @description Of this line, not of the need; `sameAs` of a need to be filed */
            id: string;
            /** @description In tens; null when not known exactly */
            metres: number | null;
            /** @description Persons who have the same, as far as is known */
            persons: number;
            /** @description Of the public answer */
            photo: components["schemas"]["LookalikePhoto"] | null;
            state: components["schemas"]["NeedState"];
            stateWords: string;
            /** Format: date-time */
            submittedAt: string;
            /** @description Of the category's own words, those that the need holds */
            words: string[];
        };
        MaskedContact: {
            nameMasked: string | null;
            phoneMasked: string | null;
        };
        MasterView: {
            areaName: string;
            categoryName: string | null;
            department: components["schemas"]["NamedView"] | null;
            /** Format: date-time */
            dueAt: string | null;
            isOverdue: boolean;
            state: components["schemas"]["NeedState"];
            /** @description The state in the words of residents */
            stateWords: string;
            /** @description What departments did, nothing of the complainant */
            timeline: components["schemas"]["TimelineEntry"][];
        };
        /** @enum {string} */
        Meeting: "met" | "nobodyHome" | "declined";
        MergeBody: {
            needIds: string[];
        };
        MonthlyTopicPage: {
            items: components["schemas"]["MonthlyTopicView"][];
            nextCursor: string | null;
        };
        MonthlyTopicView: {
            /** @description The latest month after it */
            after: components["schemas"]["CategoryMonthView"] | null;
            /** @description The month that led to it */
            before: components["schemas"]["CategoryMonthView"];
            categoryName: string;
            /** Format: date-time */
            chosenAt: string;
            departmentName: string;
            dueOn: string;
            /** Format: date-time */
            finishedAt: string | null;
            id: string;
            /** @example 2026-10 */
            month: string;
            owner: string;
            plan: string;
            result: string | null;
        };
        NamedView: {
            id: string;
            name: string;
        };
        /**
         * @description What the reader may do with the whole need
         * @enum {string}
         */
        NeedAct: "submit" | "dispatch" | "reject" | "appeal" | "withdraw" | "correctCategory" | "merge" | "split" | "accept" | "ask" | "supply" | "plan" | "resume" | "answer" | "rate" | "lapse" | "conclude" | "reopen";
        NeedAreaView: {
            id: string;
            name: string;
            streetName: string | null;
        };
        NeedCategoryView: {
            fieldName: string;
            id: string;
            name: string;
        };
        NeedGroupPage: {
            items: components["schemas"]["NeedGroupView"][];
            nextCursor: string | null;
        };
        NeedGroupView: {
            areaName: string;
            categoryName: string;
            /** Format: date-time */
            firstAt: string;
            id: string;
            /** Format: date-time */
            lastAt: string;
            /** @description The need that the others are suggested to follow */
            masterId: string;
            /** @description The newest ten */
            members: components["schemas"]["GroupMember"][];
            size: number;
        };
        NeedPage: {
            items: components["schemas"]["NeedSummary"][];
            nextCursor: string | null;
        };
        /** @enum {string} */
        NeedState: "submitted" | "dispatched" | "handling" | "waiting" | "planned" | "answered" | "closed" | "rejected" | "withdrawn" | "merged";
        NeedSummary: {
            attachmentsCount: number;
            awaitsRating: boolean;
            department: components["schemas"]["NamedView"] | null;
            /** Format: date-time */
            dueAt: string | null;
            /** @description The due time depends on a calendar that is not loaded yet */
            dueProvisional: boolean;
            id: string;
            isOverdue: boolean;
            /** @description Ended by two supervisors, not solved */
            isUnsolved: boolean;
            /** @example MS20261121-0042-7 */
            receiptNo: string;
            state: components["schemas"]["NeedState"];
            /** @description The state in the words of residents */
            stateWords: string;
            /** Format: date-time */
            submittedAt: string;
            title: string;
        };
        NeedView: {
            address: string | null;
            allowedActs: components["schemas"]["NeedAct"][];
            anonymous: boolean;
            answer: components["schemas"]["AnswerView"] | null;
            area: components["schemas"]["NeedAreaView"] | null;
            attachments: components["schemas"]["AttachmentView"][];
            attachmentsCount: number;
            awaitsRating: boolean;
            category: components["schemas"]["NeedCategoryView"] | null;
            categoryCorrectable: boolean;
            contactPhoneMasked: string | null;
            danger: components["schemas"]["DangerKind"][];
            department: components["schemas"]["NamedView"] | null;
            /** Format: date-time */
            dueAt: string | null;
            /** @description The due time depends on a calendar that is not loaded yet */
            dueProvisional: boolean;
            id: string;
            isOverdue: boolean;
            /** @description What the state would allow, an appeal or a reopening, is over */
            isTooLate: boolean;
            /** @description Ended by two supervisors, not solved */
            isUnsolved: boolean;
            /** @description While it follows another need */
            master: components["schemas"]["MasterView"] | null;
            /** @description What comes next, in plain words */
            next: string;
            /** @description While it is planned */
            plan: components["schemas"]["PlanView"] | null;
            /** @description While it waits for the complainant */
            question: components["schemas"]["QuestionView"] | null;
            rating: components["schemas"]["RatingView"] | null;
            /**
             * Format: date-time
             * @description From when on the rating cannot be changed any more; only words can be added
             */
            ratingFixedAt: string | null;
            /** @example MS20261121-0042-7 */
            receiptNo: string;
            reminder: components["schemas"]["ReminderView"];
            round: number;
            state: components["schemas"]["NeedState"];
            /** @description The state in the words of residents */
            stateWords: string;
            /** Format: date-time */
            submittedAt: string;
            text: string;
            timeline: components["schemas"]["TimelineEntry"][];
            title: string;
            version: number;
        };
        NewExportBody: {
            /**
             * @description Of a day from noon to noon
             * @example 2026-11-24
             */
            day?: string;
            format: components["schemas"]["ExportFormat"];
            /**
             * @description First day, Shanghai
             * @example 2026-11-01
             */
            from?: string;
            /**
             * @description Of a month, and of 19th to 18th
             * @example 2026-11
             */
            month?: string;
            /** @default free */
            period: components["schemas"]["PeriodKind"];
            /** @description What it is wanted for */
            purpose: string;
            /**
             * @description Last day, included
             * @example 2026-11-30
             */
            to?: string;
            /** @description Within a department or a town; else all that one may see */
            within?: string;
        };
        NewSchemeBody: {
            contact: number;
            fairlySatisfied: number;
            reason: string;
            satisfaction: number;
            solved: number;
            /**
             * @description A day to come, Shanghai
             * @example 2027-01-01
             */
            validFrom: string;
        };
        NoticePage: {
            items: components["schemas"]["NoticeView"][];
            nextCursor: string | null;
            /** @description Not read yet, at most 99 */
            unread: number;
        };
        NoticeView: {
            /** Format: date-time */
            at: string;
            id: string;
            /** @description The need that it is about */
            needId: string | null;
            /** Format: date-time */
            readAt: string | null;
            /** @description For staff */
            supervisionOrderId: string | null;
            /** @example 城市管理局答复了您的“路灯不亮”，请看看办得怎么样 */
            words: string;
            /** @description For staff */
            workOrderId: string | null;
        };
        Operation: {
            /** @description Of `household.change`: the version that was changed */
            baseVersion?: number;
            /** @description By `kind` */
            body: components["schemas"]["VisitBody"] | components["schemas"]["HouseholdNeedBody"] | components["schemas"]["HouseholdAddBody"] | components["schemas"]["HouseholdChangeBody"] | components["schemas"]["TaskReportBody"];
            /** @description Milliseconds to add to the clock of the phone, as last known from `serverTime` */
            clockOffset?: number;
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["OperationKind"];
            /**
             * Format: date-time
             * @description By the clock of the phone
             */
            recordedAt: string;
        };
        /** @enum {string} */
        OperationKind: "visit.record" | "need.file" | "household.add" | "household.change" | "task.report";
        /** @enum {string} */
        OperationOutcome: "done" | "duplicate" | "conflict" | "refused" | "later";
        OperationRecord: {
            /** @description For the card: with it and the receipt number the resident takes the need over */
            claimCode?: string;
            /** @description Of the visit, the need, the household or the report */
            id: string;
            /** @example MS20261121-0042-7 */
            receiptNo?: string;
            /** @description The new version of the household */
            version?: number;
        };
        OperationResult: {
            /** @description At a conflict or a refusal: stable, English */
            code?: string;
            /** @description At a conflict: as the server has it */
            current?: components["schemas"]["HouseholdView"];
            /** @description The UUID of the operation */
            id: string;
            /** @description At a conflict or a refusal: what to do */
            message?: string;
            outcome: components["schemas"]["OperationOutcome"];
            /** @description When it is done or a duplicate */
            record?: components["schemas"]["OperationRecord"];
        };
        OrderSheetBody: {
            /** @description What it is wanted for */
            reason: string;
        };
        OtherOrder: {
            answer: components["schemas"]["DeskAnswerView"] | null;
            areaName: string;
            attachmentsCount: number;
            categoryName: string;
            department: components["schemas"]["NamedView"];
            /** Format: date-time */
            dispatchedAt: string;
            /** Format: date-time */
            dueAt: string;
            /** @description 绿色通道: of a household with a mark for special care, which is not said */
            greenChannel: boolean;
            id: string;
            isOverdue: boolean;
            light: components["schemas"]["Light"];
            needId: string;
            receiptNo: string;
            /** @description How often the resident has chased */
            remindersCount: number;
            /** @enum {string} */
            role: "lead" | "assist";
            round: number;
            state: components["schemas"]["WorkOrderState"];
            title: string;
            urgency: components["schemas"]["Urgency"];
        };
        OwnComplaintPage: {
            items: components["schemas"]["ComplaintView"][];
            nextCursor: string | null;
        };
        /** @enum {string} */
        PeriodKind: "month" | "nineteenth" | "noonDay" | "free";
        PersonView: {
            /** @description The area that a grid worker looks after */
            areaId: string | null;
            department: components["schemas"]["DepartmentName"] | null;
            id: string;
            /** @enum {string} */
            kind: "resident" | "staff";
            name: string | null;
            /** @example 138****1234 */
            phoneMasked: string | null;
            /**
             * @description How sure it is who a resident is; none for staff
             * @enum {string}
             */
            realName: "none" | "phone" | "identity";
            roles: ("resident" | "gridWorker" | "handler" | "dispatcher" | "reviewer" | "supervisor" | "leader" | "administrator")[];
        };
        PhoneCodeRequest: {
            /** @example 13800001234 */
            phone: string;
        };
        PhoneCodeView: {
            /** @description The code itself, in demonstration mode alone */
            demoCode?: string;
            /** @description Seconds that the code is good for */
            expiresIn: number;
        };
        PhoneKeyView: {
            /** @description Base64 of 32 bytes, the same each time: what is kept on the phone is closed with it */
            key: string;
        };
        PhoneSignIn: {
            /** @example 246810 */
            code: string;
            /** @example 13800001234 */
            phone: string;
        };
        PlaceBody: {
            address?: string;
            /** @description GCJ-02 */
            latitude: number;
            /** @description GCJ-02 */
            longitude: number;
        };
        PlaceView: {
            /** @description GCJ-02 */
            latitude: number;
            /** @description GCJ-02 */
            longitude: number;
        };
        PlanBody: {
            /** @description Who answers for it, as the public reads it */
            owner: string;
            /**
             * Format: date
             * @example 2027-06-30
             */
            publicAt: string;
            /** @description What is going to be done */
            text: string;
        };
        PlanView: {
            owner: string;
            /** Format: date */
            publicAt: string;
            /** @description What is going to be done */
            text: string;
        };
        PointView: {
            /** @description GCJ-02 */
            latitude: number;
            /** @description GCJ-02 */
            longitude: number;
        };
        ProgressView: {
            department: components["schemas"]["NamedView"] | null;
            /** Format: date-time */
            dueAt: string | null;
            /** @description The due time depends on a calendar that is not loaded yet */
            dueProvisional: boolean;
            isOverdue: boolean;
            /** @description What the state would allow, an appeal or a reopening, is over */
            isTooLate: boolean;
            /** @description Ended by two supervisors, not solved */
            isUnsolved: boolean;
            /** @description What comes next, in plain words */
            next: string;
            /** @example MS20261121-0042-7 */
            receiptNo: string;
            state: components["schemas"]["NeedState"];
            /** @description The state in the words of residents */
            stateWords: string;
            /** Format: date-time */
            submittedAt: string;
            timeline: components["schemas"]["TimelineEntry"][];
        };
        ProposeExclusionBody: {
            reason: string;
            /** @example MS20261121-0042-7 */
            receiptNo: string;
        };
        PublicComplaint: {
            /** @description The street or town */
            areaName: string | null;
            categoryName: string | null;
            cause: components["schemas"]["EscalationCause"];
            departmentName: string | null;
            /** Format: date-time */
            endedAt: string | null;
            /** Format: date-time */
            escalatedAt: string;
            id: string;
            state: components["schemas"]["ComplaintState"];
        };
        PublicComplaintPage: {
            items: components["schemas"]["PublicComplaint"][];
            nextCursor: string | null;
        };
        PublicPhoto: {
            thumbnailUrl: string | null;
            /** @description Signed, relative to the server */
            url: string;
        };
        PublicRates: {
            /** @description 0–1; null below 10 ratings */
            contactRate: number | null;
            /** @description Whether there are ratings enough to say something */
            hasEnough: boolean;
            name: string;
            /** @description 0–1; null when nothing was due */
            onTimeRate: number | null;
            /** @description V: ratings by complainants who answered */
            rated: number;
            /** @description 0–1; null below 10 ratings */
            satisfaction: number | null;
            /** @description 0–1; null below 10 ratings */
            solvedRate: number | null;
        };
        PublicRatesView: {
            /**
             * @description First day, Shanghai
             * @example 2026-11-01
             */
            from: string;
            items: components["schemas"]["PublicRates"][];
            /**
             * @description Last day, included
             * @example 2026-11-30
             */
            to: string;
            total: components["schemas"]["PublicRates"];
        };
        QuestionView: {
            /** Format: date-time */
            askedAt: string;
            departmentName: string;
            text: string;
            /**
             * Format: date-time
             * @description From then on the department goes on with what it has
             */
            until: string | null;
        };
        RateBody: {
            /** @description Each on its own, besides the whole */
            aspects?: components["schemas"]["AspectLevelsDto"];
            /**
             * @description 5 is 非常满意
             * @enum {number}
             */
            level: 1 | 2 | 3 | 4 | 5;
            solved?: boolean;
            tags?: ("速度快" | "态度好" | "说得清楚" | "修得好" | "没修好" | "拖得久" | "态度不好" | "没人联系" | "答非所问")[];
            words?: string;
        };
        RatingView: {
            aspects: components["schemas"]["AspectLevelsDto"];
            /** @enum {number} */
            level: 1 | 2 | 3 | 4 | 5;
            solved: boolean | null;
            tags: string[];
            words: string | null;
        };
        RealNameProof: {
            /** @description What the provider of real-name checks gave to the person */
            proof: string;
        };
        RegisterChangeBody: {
            building?: string;
            /**
             * @description The door is not there any more: pulled down, or made one with another
             * @enum {boolean}
             */
            isGone?: true;
            marks?: components["schemas"]["CareMark"][];
            note?: string | null;
            /** @description All of them: whoever is missing is gone */
            residents?: components["schemas"]["HouseholdResidentBody"][];
            room?: string;
            unit?: string;
            /** @description Of the household as it was read */
            version: number;
        };
        RegisterChanged: {
            id: string;
            version: number;
        };
        RegisteredView: {
            /** @example 3 号楼 */
            building: string;
            communityName: string;
            /** @description What the code on the door says */
            doorCode: string;
            gridId: string;
            gridName: string;
            id: string;
            /** Format: date-time */
            lastMetAt: string | null;
            /** @description The newest three, the newest first */
            latestVisits: components["schemas"]["LatestVisitView"][];
            marks: components["schemas"]["CareMark"][];
            /** @example 2026-12-05 */
            nextVisitOn: string | null;
            note: string | null;
            residents: components["schemas"]["HouseholdResidentView"][];
            /** @example 501 */
            room: string;
            /** @example 2 单元 */
            unit: string;
            /**
             * Format: date-time
             * @description For the lists of 60 and 90 days
             */
            unvisitedSince: string;
            /** @description To be given as `baseVersion` when it is changed */
            version: number;
        };
        RejectBody: {
            explanation: string;
            reason: components["schemas"]["RejectReason"];
        };
        /** @enum {string} */
        RejectReason: "notDistrict" | "judicial" | "duplicate" | "unclear" | "notPublic";
        ReminderView: {
            /**
             * Format: date-time
             * @description When it is open again
             */
            againAt: string | null;
            /** @description How often the resident has chased */
            count: number;
            /** @description Whether to chase is open now */
            isDue: boolean;
        };
        ReopenBody: {
            attachmentIds?: string[];
            reason?: string;
        };
        RepeatedNeedPage: {
            items: components["schemas"]["RepeatedNeedView"][];
            nextCursor: string | null;
        };
        RepeatedNeedView: {
            areaName: string;
            categoryName: string;
            department: components["schemas"]["NamedView"] | null;
            id: string;
            last: components["schemas"]["GroupMember"] | null;
            /** Format: date-time */
            lastAt: string;
            /** @description In the ninety days before the last one */
            times: number;
        };
        ReportCallBody: {
            /** @description Of the answer to a complaint */
            isAccepted?: boolean;
            isReached: boolean;
            /**
             * @description 5 is 非常满意; of an answer that nobody rated
             * @enum {number}
             */
            level?: 1 | 2 | 3 | 4 | 5;
            /** @description Of an answer that nobody rated */
            solved?: boolean;
            /** @description Needed of a bad rating */
            words?: string;
        };
        RespondBody: {
            how: components["schemas"]["ContactWay"];
            note: string;
        };
        ReturnBody: {
            legalBasis: string;
            reason: string;
            suggestedDepartmentId: string;
        };
        ReturnRequestView: {
            /** @description The need cannot be returned again, whatever is decided */
            isLast: boolean;
            legalBasis: string;
            reason: string;
            suggestedDepartment: components["schemas"]["NamedView"];
        };
        RevealBody: {
            reason: string;
        };
        /** @enum {string} */
        Role: "resident" | "gridWorker" | "handler" | "dispatcher" | "reviewer" | "supervisor" | "leader" | "administrator";
        RoutingGuessView: {
            category: components["schemas"]["RuleName"];
            /** @description 0–1 */
            confidence: number;
            /** @description What in the text spoke most for it, strongest first */
            words: string[];
        };
        /** @enum {string} */
        RoutingOutcome: "sure" | "danger" | "unsure" | "no_rule" | "dispatcher_decides" | "conflict" | "department_gone";
        RoutingView: {
            /** @description What would have decided next */
            close: components["schemas"]["RuleView"][];
            guesses: components["schemas"]["RoutingGuessView"][];
            /** @description The version of the model that guessed */
            model: string | null;
            outcome: components["schemas"]["RoutingOutcome"];
            /** @description What decided, or would; the version of that time */
            rule: components["schemas"]["RuleView"] | null;
            /** @description The department whose code had been scanned */
            scanned: components["schemas"]["RuleName"] | null;
            town: components["schemas"]["TownView"] | null;
        };
        RuleBody: {
            /** @description Until the answer to what is not pressing. Without: as the limits of the city say */
            answerWorkdays?: number;
            /** @description A street or town, a community or a grid. Without: everywhere */
            areaId?: string;
            assistingIds?: string[];
            /** @description A category, or a field and with it all its categories */
            categoryId: string;
            /** @description Without: a dispatcher decides */
            departmentId?: string;
            hours?: components["schemas"]["HourSpanBody"];
            /** @description 1–12, Shanghai */
            months?: number[];
            /**
             * @description The larger comes first
             * @default 0
             */
            priority: number;
            /**
             * Format: date-time
             * @description From then on; without: at once
             */
            validFrom?: string;
            /**
             * Format: date-time
             * @description Not from then on; without: until it is ended
             */
            validUntil?: string;
            /** @description One of them has to stand in the text */
            words?: string[];
        };
        RuleCheckView: {
            /** @description Categories × places that were looked at */
            casesCount: number;
            findings: components["schemas"]["FindingView"][];
            rulesCount: number;
        };
        /** @enum {string} */
        RuleFindingKind: "hole" | "conflict" | "department_gone" | "department_without_staff" | "department_without_duty" | "never_decides" | "limit_without_effect";
        RuleName: {
            id: string;
            name: string;
        };
        RulePage: {
            items: components["schemas"]["RuleView"][];
            nextCursor: string | null;
        };
        RuleView: {
            /** @description Null: as the limits of the city say. What is pressing keeps its hours */
            answerWorkdays: number | null;
            /** @description Null: everywhere */
            area: components["schemas"]["RuleName"] | null;
            assisting: components["schemas"]["RuleName"][];
            category: components["schemas"]["RuleName"];
            /** @description Null: a dispatcher decides */
            department: components["schemas"]["RuleName"] | null;
            hours: components["schemas"]["HourSpanBody"] | null;
            /** @description Of this version */
            id: string;
            months: number[] | null;
            priority: number;
            /** @description The same in every version */
            ruleId: string;
            /** Format: date-time */
            validFrom: string;
            /** Format: date-time */
            validUntil: string | null;
            version: number;
            words: string[] | null;
        };
        SaidBody: {
            attachmentIds?: string[];
            text?: string;
        };
        SchemesView: {
            /** @description What counts today */
            current: components["schemas"]["SchemeView"];
            /** @description The newest first */
            items: components["schemas"]["DatedSchemeView"][];
        };
        SchemeView: {
            contact: number;
            fairlySatisfied: number;
            satisfaction: number;
            solved: number;
        };
        ScopeView: {
            id: string | null;
            name: string;
            /** @description Why this is not all */
            reason: string | null;
        };
        /** @enum {string} */
        ScoreGroup: "department" | "field" | "area" | "community" | "source" | "week" | "month";
        ScoreItemPage: {
            /** @description As counted now; as counted when frozen; partly: some month was frozen before lists were kept; unlisted: all were, so as counted now */
            countedAs: components["schemas"]["ItemsAs"];
            items: components["schemas"]["ScoreItemView"][];
            nextCursor: string | null;
        };
        ScoreItemView: {
            areaName: string;
            /**
             * Format: date-time
             * @description When it counts
             */
            at: string;
            /**
             * @description Since its month was frozen: it counts in the figure no more; it was added
             * @enum {string|null}
             */
            correction: "gone" | "added" | null;
            departmentName: string | null;
            id: string;
            needId: string;
            receiptNo: string;
            title: string;
            /** @description Of its own, or the newest of the lead */
            workOrderId: string | null;
        };
        ScoreRow: {
            answered: number;
            /** @description 0–100 */
            composite: number | null;
            /** @description 0–1; null when there is nothing to divide by */
            contactRate: number | null;
            corrections: components["schemas"]["Correction"][];
            /** @description All that is counted */
            figures: {
                acceptDue: number;
                acceptedInTime: number;
                answerDue: number;
                answered: number;
                answeredInTime: number;
                byTap: number;
                complained: number;
                complaintDecided: number;
                complaintResolved: number;
                complaintRespondedInTime: number;
                complaintResponseDue: number;
                complaintVoid: number;
                concluded: number;
                contactDue: number;
                contacted: number;
                contactedInTime: number;
                disclosable: number;
                disclosed: number;
                dispatched: number;
                dispatchedOnce: number;
                excluded: number;
                fairlySatisfied: number;
                filed: number;
                leadAnswered: number;
                merged: number;
                notReached: number;
                openOverdue: number;
                ordered: number;
                rated: number;
                rejected: number;
                repliedInTime: number;
                replyDue: number;
                returnAsked: number;
                reworked: number;
                satisfied: number;
                sentBack: number;
                solved: number;
                supervised: number;
                unrated: number;
                withdrawn: number;
            };
            filed: number;
            /** @description null: not dispatched yet */
            id: string | null;
            name: string;
            /** @description 0–1; null when there is nothing to divide by */
            onTimeRate: number | null;
            openOverdue: number;
            /** @description Against the period before; null below 10 ratings in either */
            progress: number | null;
            progressRank: number | null;
            /** @description null below 10 ratings */
            rank: number | null;
            /** @description V: ratings by complainants who answered */
            rated: number;
            rates: {
                acceptedInTimeRate: number | null;
                activeRatingRate: number | null;
                complaintResolvedRate: number | null;
                complaintResponseRate: number | null;
                contacted24hRate: number | null;
                coverageRate: number | null;
                dispatchedOnceRate: number | null;
                onTimeRate: number | null;
                publicRate: number | null;
                replyRate: number | null;
                returnRate: number | null;
                reworkRate: number | null;
                supervisedRate: number | null;
            };
            reworks: number;
            /** @description 0–1; null when there is nothing to divide by */
            satisfaction: number | null;
            solved: number;
            /** @description 0–1; null when there is nothing to divide by */
            solvedRate: number | null;
        };
        ScoresView: {
            by: components["schemas"]["ScoreGroup"];
            /** @example 2026-11-01 */
            from: string;
            /**
             * Format: date-time
             * @description When all of it is frozen, since when
             */
            frozenAt: string | null;
            /** @description The months of it that are frozen, the oldest first */
            frozenMonths: string[];
            items: components["schemas"]["ScoreRow"][];
            scheme: components["schemas"]["SchemeView"];
            scope: components["schemas"]["ScopeView"];
            targets: components["schemas"]["TargetView"][];
            /** @example 2026-11-30 */
            to: string;
            total: components["schemas"]["ScoreRow"];
        };
        SendBackBody: {
            reason: string;
        };
        SendEvidenceBody: {
            attachmentIds?: string[];
            text: string;
        };
        SessionRefresh: {
            /** @description Good once, and for the same answer again within a minute: it brings the next one */
            refreshToken: string;
        };
        SessionView: {
            /** @description For the Authorization header: Bearer … */
            accessToken: string;
            /** @description Seconds that the access token is good for */
            expiresIn: number;
            person: components["schemas"]["PersonView"];
            refreshToken: string;
        };
        SetupView: {
            /** @description Only in a demonstration */
            demoAccounts?: components["schemas"]["DemoAccount"][];
            demonstration: boolean;
            district: components["schemas"]["DistrictView"];
            /** @example 12345 */
            hotline: string;
        };
        SignatureView: {
            /** Format: date-time */
            at: string;
            byName: string | null;
            reason: string;
        };
        SolvedPage: {
            items: components["schemas"]["SolvedView"][];
            nextCursor: string | null;
        };
        SolvedView: {
            areaName: string;
            categoryName: string;
            /** Format: date-time */
            closedAt: string;
            /** @description Calendar days from filing to the answer */
            daysTaken: number;
            departmentName: string;
            /** @description Of this line, not of the need */
            id: string;
            /**
             * @description 5 is 非常满意
             * @enum {number}
             */
            level: 1 | 2 | 3 | 4 | 5;
            photos: components["schemas"]["PublicPhoto"][];
            streetName: string | null;
            /** @description The department's answer, redacted */
            text: string;
        };
        StaffSignIn: {
            account: string;
            /** Format: password */
            password: string;
        };
        SubmitNeedBody: {
            anonymous?: boolean;
            /** @description A community or grid, when there are no coordinates */
            areaId?: string;
            attachmentIds?: string[];
            /**
             * Format: date-time
             * @description When it was written on the phone
             */
            capturedAt?: string;
            /** @example 19900000001 */
            contactPhone?: string;
            place?: components["schemas"]["PlaceBody"];
            /** @description A look-alike that this is the same as: 我也遇到 */
            sameAs?: string;
            /**
             * @description Of the code by which the mini-program was opened
             * @example p-gongshui
             */
            scene?: string;
            text: string;
        };
        SubscriptionList: {
            items: components["schemas"]["SubscriptionView"][];
        };
        SubscriptionView: {
            /** @enum {string} */
            kind: "progress" | "answered";
            /** @description Messages that may still be sent */
            remaining: number;
            /** @description For wx.requestSubscribeMessage */
            templateId: string;
        };
        SuperviseBody: {
            demand: string;
            /** @enum {number} */
            level: 1 | 2 | 3;
            workOrderId: string;
        };
        /** @enum {string} */
        SupervisionAct: "supervise" | "takeUp" | "feedBack" | "askAgain" | "settle" | "revoke";
        /** @enum {string} */
        SupervisionCause: "overdue" | "overdueTwice" | "overdueThrice" | "secondRework" | "thirdRework" | "thirdReturn" | "group" | "complaintSilent" | "byHand";
        SupervisionPage: {
            items: components["schemas"]["SupervisionSummary"][];
            nextCursor: string | null;
        };
        /** @enum {string} */
        SupervisionState: "issued" | "answered" | "settled" | "revoked";
        /** @enum {string} */
        SupervisionSubject: "need" | "complaint";
        SupervisionSummary: {
            about: components["schemas"]["SupervisionSubject"];
            areaName: string;
            /** @description Null while nobody has decided what it is */
            categoryName: string | null;
            cause: components["schemas"]["SupervisionCause"];
            departmentName: string | null;
            /** Format: date-time */
            dueAt: string;
            id: string;
            isOverdue: boolean;
            /** Format: date-time */
            issuedAt: string;
            /** @description Who closes it; null until somebody takes it up */
            issuerName: string | null;
            /** @enum {number} */
            level: 1 | 2 | 3;
            /** @example DB20261121-0042-7-1 */
            number: string;
            /** @description Of the need; a complaint about none has none */
            receiptNo: string | null;
            /** Format: date-time */
            settledAt: string | null;
            state: components["schemas"]["SupervisionState"];
            title: string;
            workOrderId: string | null;
        };
        SupervisionView: {
            about: components["schemas"]["SupervisionSubject"];
            allowedActs: components["schemas"]["SupervisionAct"][];
            areaName: string;
            /** @description Null while nobody has decided what it is */
            categoryName: string | null;
            cause: components["schemas"]["SupervisionCause"];
            conclusion: string | null;
            demand: string;
            departmentName: string | null;
            /** Format: date-time */
            dueAt: string;
            dueProvisional: boolean;
            events: components["schemas"]["DeskEvent"][];
            feedback: string | null;
            id: string;
            isOverdue: boolean;
            /** Format: date-time */
            issuedAt: string;
            /** @description Who closes it; null until somebody takes it up */
            issuerName: string | null;
            /** @enum {number} */
            level: 1 | 2 | 3;
            /** @example DB20261121-0042-7-1 */
            number: string;
            /** @description Of the need; a complaint about none has none */
            receiptNo: string | null;
            /** Format: date-time */
            settledAt: string | null;
            state: components["schemas"]["SupervisionState"];
            title: string;
            workOrderId: string | null;
        };
        SyncBody: {
            /** @description In the order in which they were typed. One that is wrong is refused by itself, not all of them */
            operations: components["schemas"]["Operation"][];
        };
        SyncView: {
            /** @description One for each operation, in their order */
            results: components["schemas"]["OperationResult"][];
            /** Format: date-time */
            serverTime: string;
        };
        /** @enum {string} */
        TargetName: "satisfaction" | "complaintResolvedRate" | "contacted24hRate" | "replyRate" | "publicRate" | "dispatchedOnceRate";
        TargetView: {
            goal: number;
            /** @enum {string|null} */
            light: "green" | "yellow" | "red" | null;
            name: components["schemas"]["TargetName"];
            /** @description 0–1; null when there is nothing to divide by */
            rate: number | null;
        };
        TaskReportBody: {
            attachmentIds?: string[];
            /** @description One of the choices of the task */
            choice?: string | null;
            /** @description Of a task for each household */
            householdId?: string | null;
            taskId: string;
            words?: string | null;
        };
        TaskReportPage: {
            items: components["schemas"]["TaskReportView"][];
            nextCursor: string | null;
        };
        TaskReportView: {
            attachments: components["schemas"]["AttachmentView"][];
            choice: string | null;
            /** @description Of a task for each household */
            door: string | null;
            id: string;
            /** Format: date-time */
            reportedAt: string;
            words: string | null;
            workerName: string;
        };
        TimelineEntry: {
            /** Format: date-time */
            at: string;
            attachments: components["schemas"]["AttachmentView"][];
            detail: string | null;
            /** @enum {string} */
            kind: "done" | "now";
            title: string;
        };
        TogetherView: {
            /** @description The need that the others follow from now on */
            masterId: string;
            merged: number;
        };
        Tombstone: {
            id: string;
            /**
             * @description A grid that is not yours any more goes with all its households and tasks
             * @enum {string}
             */
            kind: "grid" | "household" | "task";
        };
        TopicMember: {
            /** @description The need's id */
            id: string;
            receiptNo: string;
            state: components["schemas"]["NeedState"];
            /** Format: date-time */
            submittedAt: string;
            title: string;
        };
        TopicMemberPage: {
            /** @description The newest first */
            items: components["schemas"]["TopicMember"][];
            nextCursor: string | null;
        };
        TopicPage: {
            /** @description The hottest first */
            items: components["schemas"]["TopicView"][];
            nextCursor: string | null;
        };
        TopicProposalsView: {
            items: components["schemas"]["TopicProposalView"][];
        };
        TopicProposalView: {
            categoryId: string;
            categoryName: string;
            /** @description Already taken up */
            isChosen: boolean;
            /** @example 2026-10 */
            month: string;
            needs: number;
            needsBefore: number;
            rated: number;
            /** @description Count × growth × unsolved */
            score: number;
            solved: number;
        };
        TopicView: {
            areaName: string;
            /** Format: date-time */
            firstAt: string;
            id: string;
            /** Format: date-time */
            lastAt: string;
            /**
             * Format: date-time
             * @description When the topics were made
             */
            madeAt: string;
            needs: number;
            /** @description In the last week; who writes again is one */
            persons: number;
            /** @description Persons a week in the four weeks before */
            personsBefore: number;
            /** @description Place and problem */
            title: string;
        };
        TownView: {
            /** @description The office of the town or street has it instead of the bureau of the rule */
            isTaken: boolean;
            /** @description 0–1: that it is the matter of the town or street */
            probability: number;
            /** @description What in the text spoke most for it */
            words: string[];
        };
        TriagePage: {
            items: components["schemas"]["TriageView"][];
            nextCursor: string | null;
        };
        TriageView: {
            areaName: string;
            attachments: components["schemas"]["AttachmentView"][];
            danger: components["schemas"]["DangerKind"][];
            /** @description Who wants to return it */
            department: components["schemas"]["NamedView"] | null;
            /** Format: date-time */
            dispatchDueAt: string | null;
            /** @description 绿色通道: of a household with a mark for special care, which is not said */
            greenChannel: boolean;
            guesses: components["schemas"]["GuessView"][];
            /** @description The need's id */
            id: string;
            /** @description The need cannot be returned again, whatever is decided */
            isLastReturn: boolean;
            /** @enum {string} */
            kind: "need" | "return";
            legalBasis: string | null;
            receiptNo: string;
            returnReason: string | null;
            /** @description Whose code the resident had scanned */
            scanned: components["schemas"]["NamedView"] | null;
            /** Format: date-time */
            submittedAt: string;
            suggestedDepartment: components["schemas"]["NamedView"] | null;
            text: string;
            title: string;
            workOrderId: string | null;
        };
        TrialBody: {
            /** @description A community or a grid */
            areaId: string;
            /**
             * Format: date-time
             * @description As if it came in then; without: now
             */
            at?: string;
            text: string;
        };
        TypedPhone: {
            /** @example 246810 */
            code: string;
            /** @example 13800001234 */
            phone: string;
        };
        UnmaskedContact: {
            name: string | null;
            phone: string | null;
        };
        /** @enum {string} */
        Urgency: "critical" | "urgent" | "inquiry" | "ordinary" | "complex";
        VisitBody: {
            attachmentIds?: string[];
            householdId: string;
            meeting: components["schemas"]["Meeting"];
            /**
             * @description Null for none
             * @example 2026-12-05
             */
            nextVisitOn?: string | null;
            place?: components["schemas"]["VisitPlaceBody"] | null;
            /** @description Who was met, of the residents of the household */
            residentId?: string | null;
            said?: string | null;
            tags?: components["schemas"]["VisitTag"][];
        };
        VisitMapView: {
            /** @description At most 1,000, the newest first */
            points: components["schemas"]["VisitPoint"][];
        };
        VisitPage: {
            items: components["schemas"]["VisitView"][];
            nextCursor: string | null;
        };
        VisitPlaceBody: {
            /** @description GCJ-02 */
            latitude: number;
            /** @description GCJ-02 */
            longitude: number;
        };
        VisitPoint: {
            /** @example 2026-11-16 */
            day: string;
            /** @description GCJ-02 */
            latitude: number;
            /** @description GCJ-02 */
            longitude: number;
            meeting: components["schemas"]["Meeting"];
        };
        /** @enum {string} */
        VisitTag: "wellbeing" | "safety" | "repair" | "environment" | "medical" | "elderly" | "children" | "dispute" | "policy" | "other";
        VisitView: {
            attachments: components["schemas"]["AttachmentView"][];
            id: string;
            meeting: components["schemas"]["Meeting"];
            /** @example 2026-12-05 */
            nextVisitOn: string | null;
            /** @description Who was met */
            residentName: string | null;
            said: string | null;
            tags: components["schemas"]["VisitTag"][];
            /** Format: date-time */
            visitedAt: string;
            workerName: string;
        };
        VoidBody: {
            reason: string;
        };
        WaiveBody: {
            reason: string;
        };
        WeChatPhone: {
            /** @description From a getPhoneNumber button; good for five minutes, once */
            code: string;
        };
        WeChatSignIn: {
            /** @description From wx.login; good for five minutes, once */
            code: string;
        };
        /** @enum {string} */
        WhyAct: "submit" | "correctCategory" | "dispatch";
        WhyStep: {
            act: components["schemas"]["WhyAct"];
            /** Format: date-time */
            at: string;
            /** @description Whom a person named */
            department: components["schemas"]["NamedView"] | null;
            /** @description How the system came to its answer */
            routing: components["schemas"]["RoutingView"] | null;
        };
        WhyView: {
            /** @description Who has it now */
            department: components["schemas"]["NamedView"] | null;
            /** @description Null before the first dispatch */
            limit: components["schemas"]["LimitDecidedView"] | null;
            steps: components["schemas"]["WhyStep"][];
        };
        WordsBody: {
            text: string;
        };
        /** @enum {string} */
        WorkOrderAct: "dispatch" | "accept" | "contact" | "assist" | "waive" | "submitAnswer" | "extend" | "decideExtension" | "requestReturn" | "decideReturn" | "approve" | "sendBack" | "cancel" | "restore";
        WorkOrderCounts: {
            overdue: number;
            /** @description Each count stops at 1000 */
            pending: number;
            returning: number;
            reviewing: number;
            working: number;
        };
        WorkOrderPage: {
            items: components["schemas"]["WorkOrderSummary"][];
            nextCursor: string | null;
        };
        /** @enum {string} */
        WorkOrderState: "pending" | "working" | "returning" | "reviewing" | "done" | "returned" | "cancelled";
        WorkOrderSummary: {
            areaName: string;
            attachmentsCount: number;
            categoryName: string;
            department: components["schemas"]["NamedView"];
            /** Format: date-time */
            dispatchedAt: string;
            /** Format: date-time */
            dueAt: string;
            /** @description 绿色通道: of a household with a mark for special care, which is not said */
            greenChannel: boolean;
            id: string;
            isOverdue: boolean;
            light: components["schemas"]["Light"];
            needId: string;
            receiptNo: string;
            /** @description How often the resident has chased */
            remindersCount: number;
            /** @enum {string} */
            role: "lead" | "assist";
            round: number;
            state: components["schemas"]["WorkOrderState"];
            title: string;
            urgency: components["schemas"]["Urgency"];
        };
        WorkOrderView: {
            /** Format: date-time */
            acceptDueAt: string;
            /** Format: date-time */
            acceptedAt: string | null;
            address: string | null;
            allowedActs: components["schemas"]["WorkOrderAct"][];
            anonymous: boolean;
            answer: components["schemas"]["DeskAnswerView"] | null;
            areaName: string;
            attachments: components["schemas"]["AttachmentView"][];
            attachmentsCount: number;
            categoryName: string;
            /** @description What state and person would allow, and a rule does not */
            closedActs: components["schemas"]["ClosedOrderAct"][];
            closedNeedActs: components["schemas"]["ClosedNeedAct"][];
            contact: components["schemas"]["MaskedContact"] | null;
            /** Format: date-time */
            contactDueAt: string;
            /** Format: date-time */
            contactedAt: string | null;
            department: components["schemas"]["NamedView"];
            /** Format: date-time */
            dispatchedAt: string;
            /** Format: date-time */
            dueAt: string;
            dueProvisional: boolean;
            events: components["schemas"]["DeskEvent"][];
            evidenceRequired: boolean;
            extension: components["schemas"]["ExtensionView"] | null;
            /** @description When it would be due with one workday more, with two, and so on; where an extension is open */
            extensionDues: string[];
            /**
             * Format: date-time
             * @description The due time that was promised first, when it has been moved
             */
            firstDueAt: string | null;
            /** @description 绿色通道: of a household with a mark for special care, which is not said */
            greenChannel: boolean;
            id: string;
            isOverdue: boolean;
            light: components["schemas"]["Light"];
            /** @description While it follows another need */
            master: components["schemas"]["DeskMasterView"] | null;
            /** @description What the reader may do with the whole need */
            needActs: components["schemas"]["NeedAct"][];
            needId: string;
            needState: components["schemas"]["NeedState"];
            /** @description The other orders of this round */
            others: components["schemas"]["OtherOrder"][];
            place: components["schemas"]["PlaceView"] | null;
            /** @description While it is planned */
            plan: components["schemas"]["PlanView"] | null;
            previousRating: components["schemas"]["RatingView"] | null;
            /** @description While it waits for the complainant */
            question: components["schemas"]["QuestionView"] | null;
            receiptNo: string;
            /** @description How often the resident has chased */
            remindersCount: number;
            returnRequest: components["schemas"]["ReturnRequestView"] | null;
            /** @enum {string} */
            role: "lead" | "assist";
            round: number;
            /** @description Who has signed the conclusion first */
            signature: components["schemas"]["SignatureView"] | null;
            state: components["schemas"]["WorkOrderState"];
            text: string;
            title: string;
            urgency: components["schemas"]["Urgency"];
            version: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    Places_all: {
        parameters: {
            query?: {
                level?: "district" | "street" | "community" | "grid";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AreaList"];
                };
            };
        };
    };
    Places_locate: {
        parameters: {
            query: {
                /** @description GCJ-02 */
                latitude: number;
                /** @description GCJ-02 */
                longitude: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LocatedArea"];
                };
            };
        };
    };
    Attachments_upload: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
                /** @description A UUID made once for this file */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["AttachmentForm"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttachmentView"];
                };
            };
        };
    };
    Attachments_content: {
        parameters: {
            query: {
                /** @description Seconds since 1970 */
                expires: number;
                signature: string;
                size?: "thumbnail";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, or the part that a Range header asks for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CallBack_page: {
        parameters: {
            query?: {
                cursor?: string;
                state?: components["schemas"]["CallBackState"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallBackPage"];
                };
            };
        };
    };
    CallBack_claim: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallBackView"];
                };
            };
        };
    };
    CallBack_release: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallBackView"];
                };
            };
        };
    };
    CallBack_report: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportCallBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallBackView"];
                };
            };
        };
    };
    CallBack_contactPhone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevealBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplainantPhone"];
                };
            };
        };
    };
    Routing_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryList"];
                };
            };
        };
    };
    Claim_redeem: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimView"];
                };
            };
        };
    };
    Evidence_page: {
        parameters: {
            query?: {
                cursor?: string;
                state?: components["schemas"]["EvidenceList"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidencePage"];
                };
            };
        };
    };
    Evidence_send: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendEvidenceBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceView"];
                };
            };
        };
    };
    Complaint_page: {
        parameters: {
            query?: {
                cursor?: string;
                state?: components["schemas"]["ComplaintState"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintPage"];
                };
            };
        };
    };
    Complaint_fileAboutService: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComplaintSaidBody"];
            };
        };
        responses: {
            /** @description About the service as such */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintView"];
                };
            };
        };
    };
    Complaint_addWords: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComplaintSaidBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintView"];
                };
            };
        };
    };
    Complaint_answer: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerComplaintBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintCase"];
                };
            };
        };
    };
    Complaint_confirm: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintView"];
                };
            };
        };
    };
    Complaint_extend: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExtendComplaintBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintCase"];
                };
            };
        };
    };
    Complaint_investigate: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvestigateBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintCase"];
                };
            };
        };
    };
    Complaint_refuse: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComplaintSaidBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintView"];
                };
            };
        };
    };
    Complaint_respond: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RespondBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintCase"];
                };
            };
        };
    };
    Complaint_void: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VoidBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintCase"];
                };
            };
        };
    };
    Complaint_withdraw: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintView"];
                };
            };
        };
    };
    Complaint_contactPhone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevealBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplainantPhone"];
                };
            };
        };
    };
    Complaint_escalated: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicComplaintPage"];
                };
            };
        };
    };
    Complaint_mine: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnComplaintPage"];
                };
            };
        };
    };
    People_all: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepartmentList"];
                };
            };
        };
    };
    Disclosure_rates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicRatesView"];
                };
            };
        };
    };
    Disclosure_solved: {
        parameters: {
            query?: {
                /** @description A community or a street; without it the whole district */
                areaId?: string;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SolvedPage"];
                };
            };
        };
    };
    Entries_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scene: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryView"];
                };
            };
        };
    };
    Export_page: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportPage"];
                };
            };
        };
    };
    Export_ask: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewExportBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportView"];
                };
            };
        };
    };
    Export_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportView"];
                };
            };
        };
    };
    Export_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportView"];
                };
            };
        };
    };
    Export_file: {
        parameters: {
            query: {
                expires: number;
                signature: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Export_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportLinkView"];
                };
            };
        };
    };
    Coverage_page: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentPage"];
                };
            };
        };
    };
    Coverage_assign: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentView"];
                };
            };
        };
    };
    Coverage_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentView"];
                };
            };
        };
    };
    Coverage_revoke: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentView"];
                };
            };
        };
    };
    Coverage_reported: {
        parameters: {
            query: {
                cursor?: string;
                gridId: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskReportPage"];
                };
            };
        };
    };
    Register_page: {
        parameters: {
            query: {
                /** @description A community or a grid */
                areaId: string;
                /** @description Whole */
                building?: string;
                cursor?: string;
                /** @description How the room begins */
                room?: string;
                /** @description Of whom nobody was met for so many days */
                unvisitedDays?: 60 | 90;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoorPage"];
                };
            };
        };
    };
    Register_add: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HouseholdAddBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisterChanged"];
                };
            };
        };
    };
    Register_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredView"];
                };
            };
        };
    };
    Register_change: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterChangeBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisterChanged"];
                };
            };
        };
    };
    Register_idNumber: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                residentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdNumberReadBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdNumberView"];
                };
            };
        };
    };
    Register_visits: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitPage"];
                };
            };
        };
    };
    Household_page: {
        parameters: {
            query: {
                /** @description Whole */
                building?: string;
                cursor?: string;
                /** @description One of one’s own grids */
                gridId: string;
                /** @description How the room begins */
                room?: string;
                /** @description Of whom nobody was met for so many days */
                unvisitedDays?: 60 | 90;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdPage"];
                };
            };
        };
    };
    Household_needs: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdNeedPage"];
                };
            };
        };
    };
    Household_idNumber: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                residentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdNumberReadBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdNumberView"];
                };
            };
        };
    };
    Household_visits: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitPage"];
                };
            };
        };
    };
    Household_sheet: {
        parameters: {
            query: {
                building: string;
                /** @description One of one’s own grids */
                gridId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of its own, to be printed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Limit_page: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LimitPage"];
                };
            };
        };
    };
    Limit_set: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LimitBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LimitView"];
                };
            };
        };
    };
    Limit_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndLimitBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LimitView"];
                };
            };
        };
    };
    Lookalike_like: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LookalikesBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LookalikeList"];
                };
            };
        };
    };
    Monthly_page: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MonthlyTopicPage"];
                };
            };
        };
    };
    Monthly_choose: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChooseTopicBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChosenTopic"];
                };
            };
        };
    };
    Monthly_finish: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FinishTopicBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChosenTopic"];
                };
            };
        };
    };
    Monthly_complain: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComplaintSaidBody"];
            };
        };
        responses: {
            /** @description While one is open, it is the same one */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintView"];
                };
            };
        };
    };
    Monthly_proposals: {
        parameters: {
            query: {
                month: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicProposalsView"];
                };
            };
        };
    };
    Monthly_published: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MonthlyTopicPage"];
                };
            };
        };
    };
    Patterns_groups: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NeedGroupPage"];
                };
            };
        };
    };
    Patterns_merge: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TogetherView"];
                };
            };
        };
    };
    Patterns_settle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Intake_submit: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
                /** @description A UUID made once for this need */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitNeedBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NeedView"];
                };
            };
        };
    };
    Need_own: {
        parameters: {
            query?: never;
            header?: {
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NeedView"];
                };
            };
        };
    };
    Need_appeal: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaidBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NeedView"];
                };
            };
        };
    };
    NeedDesk_ask: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NeedView"];
                };
            };
        };
    };
    NeedDesk_conclude: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConcludeBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NeedView"];
                };
            };
        };
    };
    Need_correctCategory: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectCategoryBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NeedView"];
                };
            };
        };
    };
    NeedDesk_dispatch: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DispatchBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NeedView"];
                };
            };
        };
    };
    NeedDesk_merge: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NeedView"];
                };
            };
        };
    };
    NeedDesk_plan: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NeedView"];
                };
            };
        };
    };
    NeedDesk_reject: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RejectBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NeedView"];
                };
            };
        };
    };
    Reminder_remind: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NeedView"];
                };
            };
        };
    };
    Need_reopen: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReopenBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NeedView"];
                };
            };
        };
    };
    NeedDesk_resume: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NeedView"];
                };
            };
        };
    };
    NeedDesk_split: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NeedView"];
                };
            };
        };
    };
    Need_supply: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaidBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NeedView"];
                };
            };
        };
    };
    Need_withdraw: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NeedView"];
                };
            };
        };
    };
    Complaint_ofNeed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintOfNeed"];
                };
            };
        };
    };
    Complaint_file: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComplaintSaidBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintView"];
                };
            };
        };
    };
    FollowUp_ofNeed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpOfNeed"];
                };
            };
        };
    };
    FollowUp_say: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FollowUpBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpView"];
                };
            };
        };
    };
    NeedDesk_merged: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NeedPage"];
                };
            };
        };
    };
    Rating_rate: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RateBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NeedView"];
                };
            };
        };
    };
    NeedDesk_whyThere: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhyView"];
                };
            };
        };
    };
    Need_mine: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NeedPage"];
                };
            };
        };
    };
    Notices_page: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticePage"];
                };
            };
        };
    };
    Notices_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Notices_readAll: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Outbox_page: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GivenUpPage"];
                };
            };
        };
    };
    Outbox_again: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    People_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
        };
    };
    People_phone: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WeChatPhone"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
        };
    };
    People_typedPhone: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TypedPhone"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
        };
    };
    People_realName: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RealNameProof"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
        };
    };
    Sessions_requestCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhoneCodeRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhoneCodeView"];
                };
            };
        };
    };
    Need_progress: {
        parameters: {
            query: {
                /** @description Last four digits of the phone that was given as contact */
                phoneTail: string;
            };
            header?: never;
            path: {
                receiptNo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgressView"];
                };
            };
        };
    };
    Patterns_repeated: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RepeatedNeedPage"];
                };
            };
        };
    };
    Rules_check: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleCheckView"];
                };
            };
        };
    };
    Rules_page: {
        parameters: {
            query?: {
                /** @description Of this area alone */
                areaId?: string;
                /** @description Of this category or field alone */
                categoryId?: string;
                cursor?: string;
                /** @description Of this lead department alone */
                departmentId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulePage"];
                };
            };
        };
    };
    Rules_add: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleView"];
                };
            };
        };
    };
    Rules_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ruleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleView"];
                };
            };
        };
    };
    Rules_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ruleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndRuleBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleView"];
                };
            };
        };
    };
    Rules_trial: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrialBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoutingView"];
                };
            };
        };
    };
    Flagged_page: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlaggedPage"];
                };
            };
        };
    };
    Flagged_decide: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideBody"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Scores_read: {
        parameters: {
            query: {
                by: components["schemas"]["ScoreGroup"];
                /** @description Of a day from noon to noon */
                day?: string;
                /** @description First day, Shanghai */
                from?: string;
                /** @description Of a month, and of 19th to 18th */
                month?: string;
                period?: components["schemas"]["PeriodKind"];
                /** @description Last day, included */
                to?: string;
                /** @description Within a department or a town; else all that one may see */
                within?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScoresView"];
                };
            };
        };
    };
    Exclusion_page: {
        parameters: {
            query?: {
                cursor?: string;
                state?: components["schemas"]["ExclusionState"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExclusionPage"];
                };
            };
        };
    };
    Exclusion_propose: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposeExclusionBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExclusionView"];
                };
            };
        };
    };
    Exclusion_confirm: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExclusionView"];
                };
            };
        };
    };
    Exclusion_decline: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExclusionView"];
                };
            };
        };
    };
    Scores_items: {
        parameters: {
            query: {
                by: components["schemas"]["ScoreGroup"];
                cursor?: string;
                /** @description Of a day from noon to noon */
                day?: string;
                figure: components["schemas"]["Figure"];
                /** @description First day, Shanghai */
                from?: string;
                /** @description The items that make up the number; or, of frozen months, those that count since then only */
                listing?: components["schemas"]["ItemListing"];
                /** @description Of a month, and of 19th to 18th */
                month?: string;
                /** @description The id of a row; all rows without it */
                of?: string;
                period?: components["schemas"]["PeriodKind"];
                /** @description Last day, included */
                to?: string;
                /** @description Within a department or a town; else all that one may see */
                within?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScoreItemPage"];
                };
            };
        };
    };
    Scheme_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchemesView"];
                };
            };
        };
    };
    Scheme_set: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSchemeBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchemesView"];
                };
            };
        };
    };
    Sessions_signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Sessions_byPhone: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhoneSignIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
        };
    };
    Sessions_refresh: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionRefresh"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
        };
    };
    Sessions_byPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffSignIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
        };
    };
    Sessions_byWeChat: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WeChatSignIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
        };
    };
    Setup_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetupView"];
                };
            };
        };
    };
    Notices_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionList"];
                };
            };
        };
    };
    Notices_accept: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptedBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionList"];
                };
            };
        };
    };
    SupervisionOrder_page: {
        parameters: {
            query?: {
                cursor?: string;
                /** @description For those who see all; others see their own department */
                departmentId?: string;
                level?: 1 | 2 | 3;
                /** @description Only what is overdue */
                overdue?: boolean;
                state?: components["schemas"]["SupervisionState"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupervisionPage"];
                };
            };
        };
    };
    SupervisionOrder_supervise: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuperviseBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupervisionView"];
                };
            };
        };
    };
    SupervisionOrder_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupervisionView"];
                };
            };
        };
    };
    SupervisionOrder_askAgain: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WordsBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupervisionView"];
                };
            };
        };
    };
    SupervisionOrder_feedBack: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FeedbackBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupervisionView"];
                };
            };
        };
    };
    SupervisionOrder_revoke: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WordsBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupervisionView"];
                };
            };
        };
    };
    SupervisionOrder_settle: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WordsBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupervisionView"];
                };
            };
        };
    };
    SupervisionOrder_takeUp: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupervisionView"];
                };
            };
        };
    };
    SupervisionOrder_listed: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListedSupervisionPage"];
                };
            };
        };
    };
    Sync_take: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SyncBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncView"];
                };
            };
        };
    };
    Sync_since: {
        parameters: {
            query?: {
                /** @description From the answer before; without it everything comes */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangesView"];
                };
            };
        };
    };
    Sync_key: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhoneKeyView"];
                };
            };
        };
    };
    Topic_page: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicPage"];
                };
            };
        };
    };
    Topic_merge: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TogetherView"];
                };
            };
        };
    };
    Topic_members: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicMemberPage"];
                };
            };
        };
    };
    Topic_growingOnes: {
        parameters: {
            query?: {
                /** @description A department or a town; else all that one may see */
                within?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrowingTopicsView"];
                };
            };
        };
    };
    Triage_page: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TriagePage"];
                };
            };
        };
    };
    Coverage_of: {
        parameters: {
            query?: {
                /** @description Whose parts are compared; the whole district when left out */
                areaId?: string;
                /** @description This month when left out */
                month?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverageView"];
                };
            };
        };
    };
    Coverage_map: {
        parameters: {
            query: {
                gridId: string;
                /** @description This month when left out */
                month?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitMapView"];
                };
            };
        };
    };
    WeChatEvents_take: {
        parameters: {
            query?: {
                echostr?: string;
                encrypt_type?: string;
                msg_signature?: string;
                nonce?: string;
                openid?: string;
                signature?: string;
                timestamp?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    Encrypt?: string;
                    ToUserName?: string;
                };
            };
        };
        responses: {
            /** @description `success`; after any other answer WeChat pushes twice more */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
        };
    };
    Calendar_all: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarView"];
                };
            };
        };
    };
    Calendar_load: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalendarBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarView"];
                };
            };
        };
    };
    Calendar_allHours: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AreaHoursList"];
                };
            };
        };
    };
    Calendar_setHours: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AreaHoursBody"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    WorkOrder_page: {
        parameters: {
            query?: {
                /** @description A street or a community */
                areaId?: string;
                categoryId?: string;
                cursor?: string;
                /** @description For dispatchers and supervisors; others see their own department */
                departmentId?: string;
                due?: components["schemas"]["DueFilter"];
                /** @description A receipt number, whole or its beginning */
                q?: string;
                state?: components["schemas"]["WorkOrderState"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkOrderPage"];
                };
            };
        };
    };
    WorkOrder_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkOrderView"];
                };
            };
        };
    };
    WorkOrder_accept: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkOrderView"];
                };
            };
        };
    };
    WorkOrder_approve: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApproveBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkOrderView"];
                };
            };
        };
    };
    Assisting_assist: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssistBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkOrderView"];
                };
            };
        };
    };
    WorkOrder_contact: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkOrderView"];
                };
            };
        };
    };
    Extending_decideExtension: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideExtensionBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkOrderView"];
                };
            };
        };
    };
    WorkOrder_decideReturn: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideReturnBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkOrderView"];
                };
            };
        };
    };
    Extending_extend: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExtendBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkOrderView"];
                };
            };
        };
    };
    WorkOrder_requestReturn: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkOrderView"];
                };
            };
        };
    };
    WorkOrder_sendBack: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendBackBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkOrderView"];
                };
            };
        };
    };
    WorkOrder_submitAnswer: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkOrderView"];
                };
            };
        };
    };
    Assisting_waive: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WaiveBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkOrderView"];
                };
            };
        };
    };
    WorkOrder_contactPhone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactPhoneBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnmaskedContact"];
                };
            };
        };
    };
    OrderSheet_sheet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderSheetBody"];
            };
        };
        responses: {
            /** @description The sheet */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
        };
    };
    WorkOrder_counts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkOrderCounts"];
                };
            };
        };
    };
    Extending_waiting: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtensionPage"];
                };
            };
        };
    };
}
