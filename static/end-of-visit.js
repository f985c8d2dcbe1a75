// The sign-in page is where a visit ends and another one starts: whatever this
// tab has kept for whoever was here before is taken away.
try {
	sessionStorage.clear();
} catch {
	// A browser that lets pages keep nothing has kept nothing.
}
// Other tabs hear of this and do the same (src/lib/ui/visit.ts). It is always
// as long, so that there is room for it also where the device is full.
try {
	localStorage.setItem('visit ended', String(Date.now()));
} catch {
	// Then tabs can tell each other nothing, and the pages say so.
}
