// The sign-in page is where a visit ends and another one starts: whatever this
// tab has kept for whoever was here before is taken away.
try {
	sessionStorage.clear();
} catch {
	// A browser that lets pages keep nothing has kept nothing.
}
