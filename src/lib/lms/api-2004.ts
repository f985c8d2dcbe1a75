/** The 8 functions that an LMS offers under the name `API_1484_11` (SCORM 2004 RTE, 3.1.3 to 3.1.5). The standard's answers are strings; real ones vary. */
export interface Api2004 {
	Initialize(argument: string): unknown;
	Terminate(argument: string): unknown;
	GetValue(element: string): unknown;
	SetValue(element: string, value: string): unknown;
	Commit(argument: string): unknown;
	GetLastError(): unknown;
	GetErrorString(code: string): unknown;
	GetDiagnostic(code: string): unknown;
}
