/** The 8 functions that an LMS offers under the name `API` (SCORM 1.2 RTE, 3.3.1 to 3.3.5). The standard's answers are strings; real ones vary. */
export interface Api12 {
	LMSInitialize(argument: string): unknown;
	LMSFinish(argument: string): unknown;
	LMSGetValue(element: string): unknown;
	LMSSetValue(element: string, value: string): unknown;
	LMSCommit(argument: string): unknown;
	LMSGetLastError(): unknown;
	LMSGetErrorString(code: string): unknown;
	LMSGetDiagnostic(code: string): unknown;
}
