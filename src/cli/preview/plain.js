// The list of modules: shows new counts after each save.
const content = /** @type {HTMLElement} */ (document.getElementById('content'));

if (location.pathname === '/') {
	new EventSource('/events').onmessage = ({ data }) => {
		/** @type {{ list: string }} */
		const { list } = JSON.parse(data);
		if (content.innerHTML !== list) content.innerHTML = list;
	};
}
